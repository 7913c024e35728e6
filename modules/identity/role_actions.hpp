#pragma once

#include "kernel/auth/roles.hpp"

#include <string>
#include <string_view>

namespace identity
{

enum class Switch { off, on };

/// Turns a configurable permission of a role on or off. Refusals
/// « identity.refusal.not_configurable », and « identity.refusal.not_held » when the actor would
/// give what he does not have.
struct RightChange {
    std::string role;
    std::string permission;
    Switch wanted = Switch::off;
};
void change_right(tenancy::WorkspaceTransaction& tx, const RightChange& change);

/// The second-factor policy of a role. Refusal « identity.refusal.policy_floor » below what the
/// preset asks.
void change_two_factor(tenancy::WorkspaceTransaction& tx, const auth::TwoFactorDifference& wanted);

/// A member lost his device and his codes: the factor and the sessions of the person are gone, he
/// is written to. Only a holder of the top role. Needs a platform transaction of its own.
void reset_second_factor(tenancy::Platform& platform, const tenancy::Actor& actor,
                         const auth::Membership& member);

} // namespace identity
