#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

namespace tickets
{

/// Tickets of one selection: a page of the list.
inline constexpr std::size_t bulk_max = 50;

enum class BulkWhat { assign, prioritise, move };
BOOST_DESCRIBE_ENUM(BulkWhat, assign, prioritise, move)

/// The same thing asked of several tickets; only what `what` needs is looked at.
struct BulkRequest {
    BulkWhat what = BulkWhat::assign;
    tenancy::MembershipId assignee;
    Priority priority = Priority::medium;
    MoveRequest move;
};

/// A ticket that was not changed, and the refusal's sentence in French.
struct BulkRefusal {
    std::string number;
    std::string why;
};
struct BulkResult {
    std::int64_t done = 0;
    std::vector<BulkRefusal> refused;
};

} // namespace tickets
