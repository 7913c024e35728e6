#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

struct InviteColleague {
    forms::Text<2, 120> name;
    forms::Email email;
};
BOOST_DESCRIBE_STRUCT(InviteColleague, (), (name, email))

} // namespace crm
