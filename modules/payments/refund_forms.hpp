#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"

#include <boost/describe/class.hpp>

namespace payments
{

struct RefundTaking {
    base::Cents amount;
    forms::Text<1, 300> reason;
};
BOOST_DESCRIBE_STRUCT(RefundTaking, (), (amount, reason))

} // namespace payments
