#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

/// To whom one ticket is opened.
struct OpenToClient {
    tenancy::ClientId client;
};
BOOST_DESCRIBE_STRUCT(OpenToClient, (), (client))

} // namespace tickets
