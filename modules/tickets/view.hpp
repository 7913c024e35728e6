#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>

#include <cstddef>
#include <string>

namespace tickets
{

using ViewId = base::Id<struct TicketViewTag>;

inline constexpr std::size_t views_max = 30; ///< of one member
inline constexpr int views_shown_max = 60;   ///< his own and the team's
inline constexpr std::size_t query_bytes_max = 500;

/// The list narrowed one way, under a name: of one member, or of the team.
struct SavedView {
    ViewId id;
    tenancy::MembershipId membership_id; ///< who made it
    std::string name;
    std::string search_key;
    std::string query; ///< of the list's address: "vue=all&priorite=urgent"
    bool is_shared = false;
};
BOOST_DESCRIBE_STRUCT(SavedView, (), (id, membership_id, name, search_key, query, is_shared))

} // namespace tickets
