#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

struct SaveClientType {
    forms::Text<2, 40> name;
};
BOOST_DESCRIBE_STRUCT(SaveClientType, (), (name))

} // namespace crm
