#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/presets/grant.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace tenancy
{

using WorkspaceId = base::Id<struct WorkspaceTag>;
using PersonId = base::Id<struct PersonTag>;
using MembershipId = base::Id<struct MembershipTag>;
/// The client record a portal membership is limited to. Zero for staff.
using ClientId = base::Id<struct ClientTag>;

/// Staff work under /e/{slug}/, clients under /p/{slug}/. A session belongs to one side.
using presets::Side;

enum class WorkspaceStatus { unconfirmed, active, read_only, closed };
BOOST_DESCRIBE_ENUM(WorkspaceStatus, unconfirmed, active, read_only, closed)

/// One business, as every request needs it. Read at each request.
struct Workspace {
    WorkspaceId id;
    std::string slug;
    std::string name;
    std::string preset;
    std::string time_zone;
    WorkspaceStatus status = WorkspaceStatus::active;
    int brand_hue = 262;    ///< 0–359
    int brand_chroma = 135; ///< thousandths of OKLCH chroma, 0–160
    bool is_demonstration = false;
    std::int64_t settings_version = 0;
    std::set<std::string> modules; ///< switched on
};

/// Who acts, with the rights read at this request. `rights` are the preset's role plus the
/// workspace's differences.
struct Actor {
    PersonId person;
    MembershipId membership;
    Side side = Side::staff;
    std::string name;  ///< shown: "Yann Tanguy"
    std::string email; ///< empty for accounts that only have a user name
    std::string role;  ///< code in the preset: "technicien"
    ClientId client;   ///< portal: the client record; zero when not linked yet
    std::map<std::string, presets::Grant, std::less<>> rights;

    presets::Grant grant(std::string_view permission) const;
    bool may(std::string_view permission) const
    {
        return grant(permission) != presets::Grant::none;
    }
    bool may_all(std::string_view permission) const
    {
        return grant(permission) == presets::Grant::all;
    }
    bool is_system() const { return !membership; }

    /// The platform itself, in jobs and commands: every right, no membership.
    static Actor system();
};

/// Where an action comes from, for audit and logs.
struct Origin {
    std::string address; ///< of the client; empty for jobs and commands
    std::string request_id;
    std::string user_agent;   ///< shortened to 200 code points
    std::string page_request; ///< Turbo's id of the request, known to the page that sent it
};

} // namespace tenancy
