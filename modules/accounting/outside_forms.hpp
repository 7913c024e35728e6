#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace accounting
{

struct ConnectBooks {
    forms::Text<0, 500> token; ///< empty = the one already kept
    base::Date starts_on;
};
BOOST_DESCRIBE_STRUCT(ConnectBooks, (), (token, starts_on))

struct SaveTwin {
    forms::Text<1, 40> ours;
    forms::Text<0, 40> theirs; ///< empty: the same
};
BOOST_DESCRIBE_STRUCT(SaveTwin, (), (ours, theirs))

} // namespace accounting
