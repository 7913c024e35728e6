#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

struct SendPaymentLink {
    forms::Email email;
};
BOOST_DESCRIBE_STRUCT(SendPaymentLink, (), (email))

} // namespace invoices
