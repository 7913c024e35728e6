#pragma once

#include "modules/tickets/link_forms.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

struct MergeTickets {
    TypedNumber into; ///< the ticket that goes on
    SeenVersion version;
    SeenVersion into_version;
};
BOOST_DESCRIBE_STRUCT(MergeTickets, (), (into, version, into_version))

struct SplitMessage {
    forms::Text<3, 150> title;
};
BOOST_DESCRIBE_STRUCT(SplitMessage, (), (title))

} // namespace tickets
