#include "modules/identity/member_pages.hpp"

#include "kernel/auth/roles.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/account_views.hpp"
#include "modules/identity/device.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/invitation_actions.hpp"
#include "modules/identity/invitation_line_pages.hpp"
#include "modules/identity/member.hpp"
#include "modules/identity/member_views.hpp"
#include "modules/identity/role_actions.hpp"

namespace identity
{

namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr auto team_path = "/reglages/equipe";

html::Url url(const guard::Call& call, const std::string& path)
{
    return html::checked_local(call.in_workspace(path));
}

const presets::Preset& preset_of(const guard::Call& call)
{
    return presets::find(call.context().workspace().preset);
}

std::string role_title(const guard::Call& call, std::string_view code)
{
    const auto* role = preset_of(call).find_role(code);
    return role == nullptr ? std::string{code} : role->title;
}

std::vector<ui::Choice> role_choices(const guard::Call& call)
{
    std::vector<ui::Choice> choices;
    for (const auto& role : preset_of(call).roles)
        if (role.side == presets::Side::staff && may_touch_role(call.actor(), role.code))
            choices.push_back({.value = role.code, .label = role.title, .hint = role.summary});
    return choices;
}

std::string last_seen(const guard::Call& call, const auth::MemberDetail& member)
{
    const auto identifier = member.email.empty() ? member.user_name : member.email;
    if (member.last_used_at.micros == 0) return identifier;
    const auto& zone = call.context().workspace().time_zone;
    return t("identity.team.last_seen",
             {{"identifier", identifier},
              {"when", i18n::relative(member.last_used_at, base::now(), zone)}});
}

html::Html team_crumbs(const guard::Call& call)
{
    return ui::breadcrumbs({{.label = t("guard.nav.settings"), .to = url(call, "/reglages")},
                            {.label = t("identity.team.title"), .to = {}}});
}

html::Html crumbs(const guard::Call& call, std::string_view here)
{
    return ui::breadcrumbs({{.label = t("guard.nav.settings"), .to = url(call, "/reglages")},
                            {.label = t("identity.team.title"), .to = url(call, team_path)},
                            {.label = std::string{here}, .to = {}}});
}

MemberLine line_of(const guard::Call& call, const auth::MemberDetail& member)
{
    return {.name = member.name,
            .detail = last_seen(call, member),
            .role = role_title(call, member.role),
            .is_active = member.status == auth::MembershipStatus::active,
            .to = url(call, team_path + ("/" + member.id.text()))};
}

http::Response team_page(guard::Call& call, forms::Form<InviteMember> form, int status)
{
    TeamView view{.invite = std::move(form),
                  .roles = role_choices(call),
                  .guard = guard::form_guard(call),
                  .invite_to = url(call, team_path + std::string{"/invitations"}),
                  .may_invite = call.may("members.invite")};
    const auto read = call.context().read([](WorkspaceTransaction& tx) {
        return std::pair{list_members(tx, tenancy::Side::staff), list_invitations(tx)};
    });
    for (const auto& member : read.first)
        view.members.push_back(line_of(call, member));
    for (const auto& invitation : read.second)
        if (invitation.side == tenancy::Side::staff)
            view.invitations.push_back(invitation_line(call, invitation));
    return guard::render(call, guard::Page{.title = t("identity.team.title"),
                                           .body = team_view(view),
                                           .breadcrumbs = team_crumbs(call),
                                           .status = status});
}

template <class Act>
http::Response after(guard::Call& call, const char* notice, Act act)
{
    call.context().write(act);
    return call.redirect(call.in_workspace(team_path), notice);
}

template <class Act>
http::Response after_invitation(guard::Call& call, const char* notice, Act act)
{
    const auto id = call.path_id<auth::InvitationId>("invitation");
    const auto place = call.context().write([&](WorkspaceTransaction& tx) {
        act(tx, id);
        return page_of(auth::invitation_by_id(tx, id));
    });
    return call.redirect(call.in_workspace(place), notice);
}

auth::MemberDetail member_of(guard::Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("member");
    const auto members = call.context().read(
        [](WorkspaceTransaction& tx) { return list_members(tx, tenancy::Side::staff); });
    for (const auto& member : members)
        if (member.id == id) return member;
    throw base::NotFound{};
}

bool holds_top_role(const guard::Call& call)
{
    return call.actor().role == auth::top_role(preset_of(call));
}

} // namespace

http::Response show_team(guard::Call& call)
{
    return team_page(call, call.blank_form<InviteMember>(), 200);
}

http::Response create_invitation(guard::Call& call)
{
    auto form = call.form<InviteMember>();
    if (!form.is_valid()) return team_page(call, std::move(form), 422);
    const auto& typed = form.command;
    return after(call, "identity.notice.invitation_sent", [&](WorkspaceTransaction& tx) {
        invite_member(
            tx, {.email = typed.email.value, .name = typed.name.value, .role = typed.role.value});
    });
}

http::Response renew_invitation(guard::Call& call)
{
    return after_invitation(call, "identity.notice.invitation_sent", resend_invitation);
}

http::Response withdraw_invitation(guard::Call& call)
{
    return after_invitation(call, "identity.notice.invitation_cancelled",
                            identity::cancel_invitation);
}

http::Response show_member(guard::Call& call)
{
    const auto member = member_of(call);
    const auto path = team_path + ("/" + member.id.text());
    const auto is_active = member.status == auth::MembershipStatus::active;
    MemberView view{
        .name = member.name,
        .identifier = member.email.empty() ? member.user_name : member.email,
        .role = member.role,
        .roles = role_choices(call),
        .guard = guard::form_guard(call),
        .change_role = url(call, path + "/role"),
        .change_status = url(call, path + (is_active ? "/desactivation" : "/reactivation")),
        .reset_second_factor = {},
        .panels = guard::panels_in(call, "member"),
        .is_active = is_active,
        .may_manage = call.may("members.manage") && may_touch_role(call.actor(), member.role)};
    if (member.has_totp && holds_top_role(call))
        view.reset_second_factor = url(call, path + "/double-authentification");
    return guard::render(call, guard::Page{.title = member.name,
                                           .body = member_view(view),
                                           .breadcrumbs = crumbs(call, member.name)});
}

http::Response update_role(guard::Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("member");
    const auto form = call.form<ChangeRole>();
    return after(call, "identity.notice.role_changed",
                 [&](WorkspaceTransaction& tx) { change_role(tx, id, form.command.role.value); });
}

http::Response deactivate(guard::Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("member");
    return after(call, "identity.notice.member_changed",
                 [&](WorkspaceTransaction& tx) { deactivate_member(tx, id); });
}

http::Response reactivate(guard::Call& call)
{
    const auto id = call.path_id<tenancy::MembershipId>("member");
    return after(call, "identity.notice.member_changed",
                 [&](WorkspaceTransaction& tx) { reactivate_member(tx, id); });
}

http::Response remove_second_factor(guard::Call& call)
{
    if (!holds_top_role(call)) throw base::Forbidden{"members.manage"};
    const auto id = call.path_id<tenancy::MembershipId>("member");
    const auto member = call.context().read(
        [&](WorkspaceTransaction& tx) { return auth::membership_by_id(tx, id); });
    reset_second_factor(call.platform(), call.actor(), member);
    return call.redirect(call.in_workspace(team_path), "identity.notice.member_changed");
}

http::Response show_sign_ins(guard::Call& call)
{
    guard::trace_reading(call, "identity.sign_ins_read");
    const auto attempts =
        call.context().read([](WorkspaceTransaction& tx) { return sign_in_history(tx); });
    const auto& zone = call.context().workspace().time_zone;
    const auto rows = html::each(attempts, [&](const auth::SignIn& attempt) {
        const auto is_success = attempt.outcome == auth::Outcome::success;
        return ui::row(
            {.title = attempt.name,
             .detail = t("identity.team.sign_in",
                         {{"when", i18n::date_and_time(attempt.attempted_at, zone)},
                          {"device", device_name(attempt.user_agent)},
                          {"address", attempt.address}}),
             .aside = html::span(html::cls(is_success ? "badge t-green" : "badge t-amber"),
                                 outcome_words(attempt.outcome))});
    });
    const auto body =
        html::div(html::cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-4 p-4 sm:p-6"),
                  html::h1(html::cls("h1"), t("identity.team.sign_ins")), ui::card({}, rows));
    return guard::render(call,
                         guard::Page{.title = t("identity.team.sign_ins"),
                                     .body = body,
                                     .breadcrumbs = crumbs(call, t("identity.team.sign_ins"))});
}

} // namespace identity
