#pragma once

#include "kernel/auth/auth.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace auth
{

/// What a workspace changed of a role of its preset.
struct RoleDifference {
    std::string role;
    std::string permission;
    presets::Grant value = presets::Grant::none;
};
std::vector<RoleDifference> role_differences(tenancy::WorkspaceTransaction& tx);
/// Every member of the role gets a new rights version.
void set_role_difference(tenancy::WorkspaceTransaction& tx, const RoleDifference& difference);

/// What a workspace changed of the preset's second-factor policy.
struct TwoFactorDifference {
    std::string role;
    presets::TwoFactor policy = presets::TwoFactor::optional;
};
std::vector<TwoFactorDifference> two_factor_differences(tenancy::WorkspaceTransaction& tx);
void set_two_factor(tenancy::WorkspaceTransaction& tx, const TwoFactorDifference& difference);

/// A role's rights: the preset's permissions, configurable ones at their initial value, then the
/// differences. Pure.
Rights rights_of(const presets::Role& role, const std::vector<RoleDifference>& differences);

/// « owner » where the preset has one, else « admin »: the role of which one active member must
/// remain.
std::string_view top_role(const presets::Preset& preset);

} // namespace auth
