#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>

namespace pricebook
{

using GroupId = base::Id<struct PricebookGroupTag>;

/// Of a workspace.
inline constexpr int groups_max = 100;
/// Of one group.
inline constexpr int group_clients_max = 500;
inline constexpr std::size_t group_name_length_max = 60; ///< code points

/// Clients who pay the same. A client may be in several.
struct ClientGroup {
    GroupId id;
    std::string name;       ///< one of its workspace, whatever its capitals and accents
    std::string search_key; ///< folded
    tenancy::MembershipId made_by;
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(ClientGroup, (), (id, name, search_key, made_by, made_at))

} // namespace pricebook
