#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace payments
{

/// The button that was pressed; the amount is what the server knows.
struct PayOnline {
    forms::Text<0, 20> means; ///< a provider; empty = the first
};
BOOST_DESCRIBE_STRUCT(PayOnline, (), (means))

} // namespace payments
