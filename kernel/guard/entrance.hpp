#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/route.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace limits
{
class Limiter;
}

namespace guard
{

/// Which session a route looks at, and whether its address names a workspace.
tenancy::Side side_of(const Route& route);
bool names_workspace(const Route& route);
bool needs_membership(const Route& route);

/// What one read transaction tells about who comes in and where.
struct Entrance {
    std::optional<auth::SignedIn> signed_in;
    std::optional<tenancy::Workspace> workspace;
    std::optional<auth::Membership> membership;
    auth::Rights rights;
    presets::TwoFactor two_factor = presets::TwoFactor::optional;
};
/// `token` of the route's session cookie and `slug` of its workspace may be empty.
Entrance read_entrance(const tenancy::Platform& platform, const Route& route,
                       std::string_view token, std::string_view slug);

/// Nothing, or how long the visitor must wait: reading and acting count apart, by person
/// or by address, and the workspace's actions together.
std::optional<std::chrono::seconds> waiting_time(limits::Limiter& limiter,
                                                 const http::Request& request,
                                                 const std::optional<auth::SignedIn>& signed_in,
                                                 const Entrance& entrance);

} // namespace guard
