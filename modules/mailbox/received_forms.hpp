#pragma once

#include "kernel/forms/form.hpp"
#include "modules/projects/projects.hpp"

#include <boost/describe/class.hpp>

namespace mailbox
{

struct AddReceived {
    forms::Text<1, 30> number;
};
BOOST_DESCRIBE_STRUCT(AddReceived, (), (number))

/// The project is chosen together with its client: « client:project », two ids.
struct OpenReceived {
    forms::Text<3, 150> title;
    forms::Text<1, 50> place;
};
BOOST_DESCRIBE_STRUCT(OpenReceived, (), (title, place))

struct SaveMailbox {
    forms::Email address;
    forms::Text<0, 253> trusted_server;
};
BOOST_DESCRIBE_STRUCT(SaveMailbox, (), (address, trusted_server))

} // namespace mailbox
