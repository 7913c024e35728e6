#pragma once

#include "modules/tickets/incident.hpp"
#include "modules/tickets/link_forms.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

/// Whether the ticket of the page goes under the other, or the other under it.
enum class GatherAs { incident, child };
BOOST_DESCRIBE_ENUM(GatherAs, incident, child)

struct GatherTicket {
    TypedNumber other;
    GatherAs as = GatherAs::incident; ///< what the ticket of the page is
};
BOOST_DESCRIBE_STRUCT(GatherTicket, (), (other, as))

struct PartTicket {
    TypedNumber other;
};
BOOST_DESCRIBE_STRUCT(PartTicket, (), (other))

struct SendToAll {
    Body body;
    BroadcastKind kind = BroadcastKind::answer;
};
BOOST_DESCRIBE_STRUCT(SendToAll, (), (body, kind))

} // namespace tickets
