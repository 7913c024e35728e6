#include "modules/identity/role_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/identity/mails.hpp"
#include "modules/identity/member.hpp"

namespace identity
{

namespace
{

using tenancy::WorkspaceTransaction;

const presets::Role& role_of(const WorkspaceTransaction& tx, std::string_view code)
{
    const auto* role = presets::find(tx.workspace().preset).find_role(code);
    base::refuse_unless(role != nullptr, "identity.refusal.unknown_role");
    return *role;
}

} // namespace

void change_right(WorkspaceTransaction& tx, const RightChange& change)
{
    const auto& role = role_of(tx, change.role);
    const auto configurable = role.configurable.find(change.permission);
    base::refuse_unless(configurable != role.configurable.end(),
                        "identity.refusal.not_configurable");
    const auto value = change.wanted == Switch::on ? configurable->second.on : presets::Grant::none;
    base::refuse_unless(tx.actor().grant(change.permission) >= value, "identity.refusal.not_held");
    auth::set_role_difference(
        tx, {.role = change.role, .permission = change.permission, .value = value});
    audit::append(tx, {.action = "identity.right_changed",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{change.role + " " + change.permission, "",
                                    std::string{forms::enum_name(value)}}}});
}

void change_two_factor(WorkspaceTransaction& tx, const auth::TwoFactorDifference& wanted)
{
    const auto& role = role_of(tx, wanted.role);
    base::refuse_unless(may_set_policy(tx.actor(), role, wanted.policy),
                        "identity.refusal.policy_floor");
    auth::set_two_factor(tx, wanted);
    audit::append(tx, {.action = "identity.two_factor_policy_changed",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{wanted.role, std::string{forms::enum_name(role.two_factor)},
                                    std::string{forms::enum_name(wanted.policy)}}}});
}

void reset_second_factor(tenancy::Platform& platform, const tenancy::Actor& actor,
                         const auth::Membership& member)
{
    platform.write([&](tenancy::PlatformTransaction& tx) {
        const auto person = auth::person_by_id(tx, member.person);
        if (!person || !person->has_totp) return;
        auth::remove_totp(tx, member.person);
        auth::end_sessions(tx, member.person, {});
        audit::append(tx, actor.person,
                      {.action = "identity.second_factor_reset",
                       .subject_kind = "person",
                       .subject = member.person.value});
        if (!person->email.empty())
            mail::send(tx, mails::second_factor_removed({person->name, person->email}, "/compte"));
    });
}

} // namespace identity
