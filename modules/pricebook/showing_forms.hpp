#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace pricebook
{

struct ShowPrices {
    bool are_shown = false;
};
BOOST_DESCRIBE_STRUCT(ShowPrices, (), (are_shown))

} // namespace pricebook
