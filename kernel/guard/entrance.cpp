#include "kernel/guard/entrance.hpp"

#include "kernel/auth/sessions.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/presets/preset.hpp"

#include <algorithm>

namespace guard
{
namespace
{

using namespace std::chrono_literals;

constexpr limits::Rate reads{.count = 600, .per = 60s};
constexpr limits::Rate workspace_actions{.count = 600, .per = 60s};
constexpr limits::Rate batches{.count = 1, .per = 10min};
constexpr limits::Rate operations{.count = 300, .per = 60s};
constexpr limits::Rate anonymous_actions{.count = 60, .per = 60s};
constexpr int default_actions_per_minute = 100;
constexpr std::size_t subnet_groups =
    4; // a /64: one IPv6 subscriber holds as many addresses as he likes

std::string address_key(std::string_view address)
{
    if (address.find(':') == std::string_view::npos) return std::string{address};
    auto groups = base::split(address, ':');
    groups.resize(std::min(groups.size(), subnet_groups));
    return base::join(groups, ":");
}

limits::Rate action_rate(bool is_signed_in, const Entrance& entrance)
{
    if (!is_signed_in) return anonymous_actions;
    if (!entrance.workspace) return {.count = default_actions_per_minute, .per = 60s};
    return {.count = presets::find(entrance.workspace->preset).actions_per_minute, .per = 60s};
}

/// Whether the dispatch it belongs to was counted already.
bool is_of_counted_batch(limits::Limiter& limiter, const http::Request& request,
                         const std::string& who)
{
    const auto batch = batch_of(request);
    return !batch.empty() && limiter.refuse("b" + who + " " + std::string{batch}, batches);
}

/// A session too old for the role it enters with is over for good: the sign-in page must not find
/// it alive and send it back.
void end_old_session(tenancy::Platform platform, Entrance& entrance)
{
    const auto& session = entrance.signed_in->session;
    if (!auth::is_over_for(session, entrance.membership->role, base::now())) return;
    platform.write([&](tenancy::PlatformTransaction& tx) {
        auth::end_session(tx, session.person, session.id);
    });
    entrance.signed_in.reset();
    entrance.membership.reset();
}

} // namespace

tenancy::Side side_of(const Route& route)
{
    return route.path.starts_with("/p/") ? tenancy::Side::portal : tenancy::Side::staff;
}

bool names_workspace(const Route& route)
{
    return route.path.starts_with("/e/{workspace}") || route.path.starts_with("/p/{workspace}");
}

bool needs_membership(const Route& route)
{
    return route.access.kind == Access::Kind::staff || route.access.kind == Access::Kind::portal;
}

Entrance read_entrance(const tenancy::Platform& platform, const Route& route,
                       std::string_view token, std::string_view slug)
{
    const auto side = side_of(route);
    auto found = platform.read([&](tenancy::PlatformTransaction& tx) {
        Entrance entrance;
        if (!token.empty()) entrance.signed_in = auth::signed_in(tx, token, side);
        if (!names_workspace(route)) return entrance;
        entrance.workspace = auth::workspace_by_slug(tx, slug);
        if (!entrance.signed_in || !entrance.workspace) return entrance;
        entrance.membership =
            auth::membership_of(tx, entrance.signed_in->person.id, entrance.workspace->id, side);
        if (!entrance.membership) return entrance;
        entrance.rights = auth::rights_of(tx, *entrance.workspace, entrance.membership->role);
        entrance.two_factor =
            auth::two_factor_policy(tx, *entrance.workspace, entrance.membership->role);
        return entrance;
    });
    if (found.signed_in && found.membership) end_old_session(platform, found);
    return found;
}

std::optional<std::chrono::seconds> waiting_time(limits::Limiter& limiter,
                                                 const http::Request& request,
                                                 const std::optional<auth::SignedIn>& signed_in,
                                                 const Entrance& entrance)
{
    const auto who =
        signed_in ? "p" + signed_in->person.id.text() : "a" + address_key(request.peer);
    if (http::is_safe(request.method)) return limiter.refuse("r" + who, reads);
    if (signed_in && is_of_counted_batch(limiter, request, who))
        return limiter.refuse("o" + who, operations);
    if (const auto wait = limiter.refuse("x" + who, action_rate(signed_in.has_value(), entrance)))
        return wait;
    if (!entrance.membership) return {};
    return limiter.refuse("w" + entrance.workspace->id.text(), workspace_actions);
}

} // namespace guard
