#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

struct SaveServiceZone {
    forms::LongText<0, 2'500> prefixes; ///< typed_zone
};
BOOST_DESCRIBE_STRUCT(SaveServiceZone, (), (prefixes))

} // namespace crm
