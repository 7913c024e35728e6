#include "modules/identity/portal_account_views.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

Html wide(const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-4 p-4 sm:p-6"), content);
}

Html status_form(const PortalAccountView& view)
{
    const auto verb = view.is_active ? "identity.team.deactivate" : "identity.team.reactivate";
    return ui::form(
        {.action = view.change_status, .guard = view.guard, .classes = "flex"},
        ui::submit({.label = t(verb),
                    .kind = view.is_active ? ui::ButtonKind::Danger : ui::ButtonKind::Plain}));
}

/// The link answers the POST itself, which Turbo would not show.
Html link_form(const PortalAccountView& view, const Url& to)
{
    return group(p(t(view.is_opened ? "identity.portal_account.without_email"
                                    : "identity.portal_account.unopened")),
                 ui::form({.action = to,
                           .guard = view.guard,
                           .classes = "flex",
                           .more = attribute<"data-turbo">("false")},
                          ui::submit({.label = t("identity.portal_account.give_link"),
                                      .icon = "key-round",
                                      .kind = ui::ButtonKind::Primary})));
}

Html password_card(const PortalAccountView& view)
{
    const auto content =
        view.reset ? link_form(view, *view.reset) : p(t("identity.portal_account.with_email"));
    return ui::card({.title = t(view.is_opened ? "identity.portal_account.password"
                                               : "identity.portal_account.opening"),
                     .id = "mot-de-passe"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-3"), content)));
}

Html state_of(const PortalAccountLine& line)
{
    if (!line.is_active) return span(cls("badge t-amber"), t("identity.team.deactivated"));
    return when(!line.is_opened,
                span(cls("badge t-amber"), t("identity.portal_account.not_opened")));
}

Html account_row(const PortalAccountLine& line)
{
    return ui::row_link(line.to, {.lead = ui::avatar({.name = line.name}),
                                  .title = line.name,
                                  .detail = line.identifier,
                                  .aside = state_of(line)});
}

Html give_button(const PortalAccountsView& view)
{
    if (!view.give) return none;
    return ui::link_button(*view.give, {.label = t("identity.portal_account.give_access"),
                                        .icon = "user-round-plus",
                                        .size = ui::ButtonSize::Small});
}

} // namespace

Html portal_accounts_card(const PortalAccountsView& view)
{
    const auto nobody =
        ui::card_body(p(cls("text-13 text-fg-3"), t("identity.portal_account.none")));
    const auto is_empty = view.accounts.empty() && view.invitations.empty();
    return ui::card({.title = t("identity.portal_account.title"),
                     .id = "acces-portail",
                     .count = static_cast<int>(view.accounts.size()),
                     .actions = give_button(view)},
                    is_empty ? nobody
                             : group(each(view.accounts, account_row),
                                     invitation_rows(view.invitations, view.guard)));
}

Html portal_account_view(const PortalAccountView& view)
{
    const auto words =
        view.is_active ? "identity.team.active_words" : "identity.team.inactive_words";
    return wide(group(div(cls("flex items-center gap-3"),
                          ui::avatar({.name = view.name, .size = ui::AvatarSize::Huge}),
                          div(h1(cls("h1"), view.name), p(cls("text-fg-2"), view.identifier))),
                      view.panels, when(view.is_active || view.is_opened, password_card(view)),
                      ui::card({.title = t("identity.team.access"), .id = "acces"},
                               ui::card_body(div(cls("grid grid-cols-1 gap-3"), p(t(words)),
                                                 status_form(view))))));
}

Html reset_link_view(const ResetLinkView& view)
{
    return wide(group(
        h1(cls("h1"), t("identity.portal_account.link_title", {{"name", view.name}})),
        ui::card({},
                 ui::card_body(div(
                     cls("grid grid-cols-1 gap-4"),
                     p(t(view.opens_account ? "identity.portal_account.opening_words"
                                            : "identity.portal_account.link_words")),
                     view.qr, p(cls("text-13 text-fg-2"), t("identity.portal_account.by_hand")),
                     p(cls("break-all rounded-[10px] border border-line p-3 text-13"), view.link),
                     ui::link_button(view.back, {.label = t("identity.portal_account.link_kept"),
                                                 .kind = ui::ButtonKind::Primary,
                                                 .classes = "justify-self-start"}))))));
}

} // namespace identity
