#include "kernel/guard/open_pages.hpp"

#include "kernel/guard/site.hpp"

#include <algorithm>

namespace guard
{

bool is_open(const Call& call, std::string_view path)
{
    const bool is_staff = call.actor().side == tenancy::Side::staff;
    const auto pattern = (is_staff ? "/e/{workspace}" : "/p/{workspace}") + std::string{path};
    const auto& routes = call.site().routes;
    const auto route = std::ranges::find_if(routes, [&](const Route& each) {
        return each.method == http::Method::Get && each.path == pattern;
    });
    if (route == routes.end()) return false;
    const bool has_module = !call.site().is_switchable(route->module) ||
                            call.context().workspace().modules.contains(route->module);
    return has_module && (route->access.permission.empty() || call.may(route->access.permission));
}

bool is_open(const Call& call, const SettingsEntry& entry)
{
    return (entry.permission.empty() || call.may(entry.permission)) && is_open(call, entry.path);
}

} // namespace guard
