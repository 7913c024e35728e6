#pragma once

#include "kernel/presets/preset.hpp"
#include "kernel/presets/section.hpp"

#include <vector>

namespace presets
{

/// The roles of roles.toml, at least one. Throws std::runtime_error naming the file and the role.
std::vector<Role> read_roles(const Section& roles);

/// Sets the second factor each role of [two_factor] must have; a role it does not name has none.
void read_two_factor(std::vector<Role>& roles, const Section& two_factor);

} // namespace presets
