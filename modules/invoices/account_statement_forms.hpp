#pragma once

#include "kernel/forms/field_types.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

struct MailStatement {
    base::Date from;
    base::Date to;
};
BOOST_DESCRIBE_STRUCT(MailStatement, (), (from, to))

} // namespace invoices
