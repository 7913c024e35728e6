#include "kernel/tenancy/actor.hpp"

namespace tenancy
{

presets::Grant Actor::grant(std::string_view permission) const
{
    if (is_system()) return presets::Grant::all;
    const auto right = rights.find(permission);
    return right == rights.end() ? presets::Grant::none : right->second;
}

Actor Actor::system()
{
    return {.name = "Établi"};
}

} // namespace tenancy
