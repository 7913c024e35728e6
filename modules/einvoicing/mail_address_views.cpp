#include "modules/einvoicing/mail_address_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

/// Read and copied by hand without script: where each letter is its own.
Html address_to_copy(const std::string& address)
{
    const auto copy =
        ui::button({.label = t("einvoicing.mailed.copy"),
                    .icon = "copy",
                    .size = ui::ButtonSize::Small,
                    .more = attributes(attribute<"data-action">("copy#copy"),
                                       attribute<"data-copied">(t("einvoicing.mailed.copied")))});
    return div(
        cls("grid grid-cols-1 gap-2"), attribute<"data-controller">("copy"),
        code(cls("select-all break-all text-13"), attribute<"data-copy-target">("text"), address),
        div(copy));
}

Html small_form(const MailAddressView& view, std::string_view end, const std::string& confirm,
                const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = confirm},
                    ui::submit(button));
}

Html without_mailbox(const MailAddressView& view)
{
    const auto link =
        view.inbox ? div(ui::link_button(*view.inbox, {.label = t("einvoicing.mailed.connect"),
                                                       .icon = "inbox",
                                                       .kind = ui::ButtonKind::Primary}))
                   : none;
    return group(
        ui::banner(
            {.tone = ui::Tone::Blue, .icon = "info", .words = t("einvoicing.mailed.no_mailbox")}),
        link);
}

Html without_address(const MailAddressView& view)
{
    return group(
        ui::banner({.tone = ui::Tone::Blue, .icon = "info", .words = t("einvoicing.mailed.none")}),
        small_form(view, "", {},
                   {.label = t("einvoicing.mailed.make"),
                    .icon = "mail",
                    .kind = ui::ButtonKind::Primary}));
}

Html with_address(const MailAddressView& view)
{
    const auto renew = small_form(view, "", t("einvoicing.mailed.renew_confirm"),
                                  {.label = t("einvoicing.mailed.renew"), .icon = "refresh-cw"});
    const auto close = small_form(view, "/arret", t("einvoicing.mailed.close_confirm"),
                                  {.label = t("einvoicing.mailed.close")});
    return ui::card({.title = t("einvoicing.mailed.address"), .id = "adresse"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-4"), address_to_copy(view.address),
                                      p(cls("text-13 text-fg-2"), t("einvoicing.mailed.how")),
                                      p(cls("text-13 text-fg-2"), t("einvoicing.mailed.leaked")),
                                      div(cls("flex flex-wrap gap-2"), renew, close))));
}

} // namespace

Html mail_address_page(const MailAddressView& view)
{
    auto body = with_address(view);
    if (view.address.empty()) body = without_address(view);
    if (!view.has_mailbox) body = without_mailbox(view);
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("einvoicing.mailed.lead")), body);
}

Html mail_address_card(const std::string& address, const std::optional<Url>& settings)
{
    if (address.empty() && !settings) return none;
    const auto manage =
        settings
            ? ui::link_button(*settings, {.label = address.empty() ? t("einvoicing.mailed.open")
                                                                   : t("einvoicing.mailed.manage"),
                                          .size = ui::ButtonSize::Small})
            : none;
    return ui::card(
        {.title = t("einvoicing.mailed.card"), .id = "par-courriel", .actions = manage},
        ui::card_body(address.empty()
                          ? p(cls("text-13 text-fg-2"), t("einvoicing.mailed.card_hint"))
                          : group(address_to_copy(address),
                                  p(cls("mt-2 text-13 text-fg-2"), t("einvoicing.mailed.how")))));
}

} // namespace einvoicing
