#include "kernel/auth/roles.hpp"

namespace auth
{

Rights rights_of(const presets::Role& role, const std::vector<RoleDifference>& differences)
{
    Rights rights{role.permissions.begin(), role.permissions.end()};
    for (const auto& [permission, grant] : role.configurable)
        rights[permission] = grant.initial;
    for (const auto& difference : differences)
        if (difference.role == role.code) rights[difference.permission] = difference.value;
    return rights;
}

std::string_view top_role(const presets::Preset& preset)
{
    return preset.find_role("owner") != nullptr ? "owner" : "admin";
}

} // namespace auth
