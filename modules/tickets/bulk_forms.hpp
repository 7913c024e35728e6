#pragma once

#include "modules/tickets/bulk.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

namespace tickets
{

struct ChangeTickets {
    std::vector<forms::Text<1, 40>> ticket; ///< numbers
    BulkWhat what = BulkWhat::assign;
    std::optional<tenancy::MembershipId> assignee;
    std::optional<Priority> priority;
    forms::Text<0, 60> move;
    forms::LongText<0, 20'000> body;
    forms::Text<0, 60> reason;
};
BOOST_DESCRIBE_STRUCT(ChangeTickets, (), (ticket, what, assignee, priority, move, body, reason))

} // namespace tickets
