#pragma once

#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <string_view>

namespace identity
{

/// Whether an actor may give, take or touch a role: the owner's only by an owner, any
/// other by whoever manages members.
bool may_touch_role(const tenancy::Actor& actor, std::string_view role);

/// A role's policy may be raised, and lowered to what the preset asks; only an owner may
/// lower the admins', to recommended.
bool may_set_policy(const tenancy::Actor& actor, const presets::Role& role,
                    presets::TwoFactor policy);

/// The last active holder of the top role keeps it.
struct LastHolder {
    std::string_view role; ///< of the member who would leave it
    std::string_view top_role;
    std::int64_t active_holders = 0;
};
bool is_last_holder(const LastHolder& holder);

} // namespace identity
