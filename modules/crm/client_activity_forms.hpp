#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

struct SaveInactivity {
    forms::Number<1, 3650> days;
};
BOOST_DESCRIBE_STRUCT(SaveInactivity, (), (days))

} // namespace crm
