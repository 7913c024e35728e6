#pragma once

#include "kernel/forms/form.hpp"
#include "modules/quotes/follow_up.hpp"

#include <boost/describe/class.hpp>

namespace quotes
{

/// Days; empty: no mail.
struct SaveFollowUps {
    std::optional<forms::Number<1, follow_up_days_max>> first;
    std::optional<forms::Number<1, follow_up_days_max>> second;
};
BOOST_DESCRIBE_STRUCT(SaveFollowUps, (), (first, second))

} // namespace quotes
