#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

struct OfferHandover {
    tenancy::MembershipId receiver;
    forms::Text<1, 60> role; ///< of the giver, afterwards
    forms::Password current_password;
};
BOOST_DESCRIBE_STRUCT(OfferHandover, (), (receiver, role, current_password))

struct AcceptHandover {
    forms::Password current_password;
};
BOOST_DESCRIBE_STRUCT(AcceptHandover, (), (current_password))

} // namespace identity
