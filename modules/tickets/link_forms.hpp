#pragma once

#include "kernel/forms/form.hpp"
#include "modules/tickets/link.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

using TypedNumber = forms::Text<1, 40>;

struct LinkTickets {
    TypedNumber other;
    LinkKind kind = LinkKind::relates;
};
BOOST_DESCRIBE_STRUCT(LinkTickets, (), (other, kind))

struct UnlinkTickets {
    TypedNumber other;
};
BOOST_DESCRIBE_STRUCT(UnlinkTickets, (), (other))

} // namespace tickets
