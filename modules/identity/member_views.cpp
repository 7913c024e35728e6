#include "modules/identity/member_views.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

Html member_row(const MemberLine& line)
{
    return ui::row_link(
        line.to,
        {.lead = ui::avatar({.name = line.name, .size = ui::AvatarSize::Large}),
         .title = line.name,
         .detail = line.detail,
         .aside = line.is_active ? span(cls("badge t-gray"), line.role)
                                 : span(cls("badge t-amber"), t("identity.team.deactivated"))});
}

Html invite_card(const TeamView& view)
{
    auto name = field_of(view.invite, {"name", "identity.field.member_name"});
    name.is_required = true;
    auto email = field_of(view.invite, {"email", "identity.field.email"});
    email.inputmode = "email";
    email.is_required = true;
    auto role = field_of(view.invite, {"role", "identity.field.role"});
    role.is_required = true;
    return ui::card({.title = t("identity.team.invite"), .id = "inviter"},
                    ui::card_body(ui::form(
                        {.action = view.invite_to, .guard = view.guard}, ui::input_field(name),
                        ui::input_field(email), ui::select_field(role, view.roles),
                        ui::form_actions(ui::submit({.label = t("identity.team.send"),
                                                     .icon = "send",
                                                     .kind = ui::ButtonKind::Primary})))));
}

Html wide(const Html& content)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-4 p-4 sm:p-6"), content);
}

} // namespace

Html team_view(const TeamView& view)
{
    const auto members = ui::card({.title = t("identity.team.members"),
                                   .id = "membres",
                                   .count = static_cast<int>(view.members.size())},
                                  each(view.members, member_row));
    const auto waiting =
        view.invitations.empty()
            ? none
            : ui::card({.title = t("identity.team.invitations"), .id = "invitations"},
                       invitation_rows(view.invitations,
                                       view.may_invite ? std::optional{view.guard} : std::nullopt));
    return wide(group(h1(cls("h1"), t("identity.team.title")), members, waiting,
                      view.may_invite ? invite_card(view) : none));
}

namespace
{

Html role_card(const MemberView& view)
{
    const ui::Field role{.name = "role", .label = t("identity.field.role"), .value = view.role};
    return ui::card(
        {.title = t("identity.team.role"), .id = "role"},
        ui::card_body(ui::form({.action = view.change_role, .guard = view.guard},
                               ui::select_field(role, view.roles),
                               ui::form_actions(ui::submit({.label = t("identity.team.change_role"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html access_card(const MemberView& view)
{
    const auto words =
        view.is_active ? "identity.team.active_words" : "identity.team.inactive_words";
    const auto verb = view.is_active ? "identity.team.deactivate" : "identity.team.reactivate";
    const auto factor =
        view.reset_second_factor
            ? ui::form(
                  {.action = *view.reset_second_factor, .guard = view.guard, .classes = "flex"},
                  ui::submit({.label = t("identity.team.reset_second_factor")}))
            : none;
    return ui::card(
        {.title = t("identity.team.access"), .id = "acces"},
        ui::card_body(
            div(cls("grid grid-cols-1 gap-3"), p(t(words)),
                ui::form({.action = view.change_status, .guard = view.guard, .classes = "flex"},
                         ui::submit({.label = t(verb),
                                     .kind = view.is_active ? ui::ButtonKind::Danger
                                                            : ui::ButtonKind::Plain})),
                factor)));
}

} // namespace

Html member_view(const MemberView& view)
{
    return wide(group(div(cls("flex items-center gap-3"),
                          ui::avatar({.name = view.name, .size = ui::AvatarSize::Huge}),
                          div(h1(cls("h1"), view.name), p(cls("text-fg-2"), view.identifier))),
                      view.panels,
                      view.may_manage ? group(role_card(view), access_card(view)) : none));
}

} // namespace identity
