#include "modules/identity/rescue_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/mails.hpp"

namespace identity
{

namespace
{

using tenancy::PlatformTransaction;
using tenancy::WorkspaceTransaction;

struct Rescued {
    auth::Person person;
    auth::Membership membership;
};

std::optional<Rescued> find_member(WorkspaceTransaction& tx, std::string_view email)
{
    const auto person = auth::person_by_email(tx, email);
    if (!person) return {};
    const auto membership = auth::membership_of(tx, person->id, tenancy::Side::staff);
    if (!membership) return {};
    return Rescued{*person, *membership};
}

Rescued member_of(WorkspaceTransaction& tx, std::string_view email)
{
    auto found = find_member(tx, email);
    base::refuse_unless(found.has_value(), "identity.refusal.not_of_team");
    return *std::move(found);
}

void note(WorkspaceTransaction& tx, std::string_view action, tenancy::MembershipId subject,
          std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action,
                       .subject_kind = "membership",
                       .subject = subject.value,
                       .changes = std::move(changes)});
}

std::int64_t tell_everybody(WorkspaceTransaction& tx, const auth::Rescue& rescue,
                            const std::string& person)
{
    const auto& workspace = tx.workspace();
    const auto date = i18n::date_and_time(rescue.due_at, workspace.time_zone);
    std::int64_t told = 0;
    for (const auto& member : auth::member_details(tx, tenancy::Side::staff)) {
        if (member.email.empty() || member.status != auth::MembershipStatus::active) continue;
        mail::send(tx, mails::rescue_announced(
                           {member.name, member.email},
                           {.business = workspace.name, .person = person, .date = date},
                           "/e/" + workspace.slug + "/reglages/equipe"));
        ++told;
    }
    return told;
}

/// Again gives the same: what follows may fail and be started anew.
std::string open_account(db::Database& database, tenancy::PersonId person)
{
    return tenancy::Platform{database}.write([&](PlatformTransaction& tx) {
        auth::remove_totp(tx, person);
        auth::end_sessions(tx, person, {});
        return auth::issue_token(tx, {.kind = auth::TokenKind::reset_password, .person = person});
    });
}

void give_top_role(WorkspaceTransaction& tx, const auth::Membership& member)
{
    const std::string top{auth::top_role(presets::find(tx.workspace().preset))};
    if (member.status != auth::MembershipStatus::active) {
        auth::set_status(tx, member.id, auth::MembershipStatus::active);
        events::publish(tx, MemberReactivated{.membership = member.id});
    }
    if (member.role == top) return;
    auth::set_role(tx, member.id, top);
    events::publish(
        tx, MemberRoleChanged{.membership = member.id, .before = member.role, .after = top});
}

} // namespace

AnnouncedRescue announce_rescue(tenancy::Context& context, std::string_view email,
                                const std::string& proof)
{
    return context.write([&](WorkspaceTransaction& tx) {
        base::refuse_unless(!auth::live_rescue(tx), "identity.refusal.rescue_open");
        const auto rescued = member_of(tx, email);
        const auto rescue = auth::begin_rescue(tx, rescued.person.email);
        note(tx, "identity.rescue_announced", rescued.membership.id, {{"proof", "", proof}});
        return AnnouncedRescue{.rescue = rescue,
                               .told = tell_everybody(tx, rescue, rescued.person.name)};
    });
}

std::string complete_rescue(tenancy::Context& context, const auth::Rescue& rescue)
{
    base::refuse_unless(base::now() >= rescue.due_at, "identity.refusal.rescue_waits");
    const auto rescued =
        context.read([&](WorkspaceTransaction& tx) { return member_of(tx, rescue.email); });
    auto token = open_account(context.database(), rescued.person.id);
    context.write([&](WorkspaceTransaction& tx) {
        base::refuse_unless(auth::end_rescue(tx, rescue.id), "identity.refusal.rescue_over");
        give_top_role(tx, rescued.membership);
        note(tx, "identity.rescue_done", rescued.membership.id,
             {{"role", rescued.membership.role,
               std::string{auth::top_role(presets::find(tx.workspace().preset))}}});
    });
    return token;
}

bool cancel_rescue(tenancy::Context& context)
{
    return context.write([](WorkspaceTransaction& tx) {
        const auto live = auth::live_rescue(tx);
        if (!live || !auth::end_rescue(tx, live->id)) return false;
        const auto member = find_member(tx, live->email); // who may have left meanwhile
        note(tx, "identity.rescue_cancelled",
             member ? member->membership.id : tenancy::MembershipId{});
        return true;
    });
}

} // namespace identity
