#pragma once

#include "kernel/forms/form.hpp"

namespace accounting
{

struct ClosePeriod {
    base::Date last; ///< the last day that is closed
};
BOOST_DESCRIBE_STRUCT(ClosePeriod, (), (last))

} // namespace accounting
