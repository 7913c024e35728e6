#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace identity
{

struct OfferHandover {
    tenancy::MembershipId receiver;
    forms::Text<1, 60> role;                         ///< of the giver, afterwards
    std::optional<forms::Password> current_password; ///< of who has one
};
BOOST_DESCRIBE_STRUCT(OfferHandover, (), (receiver, role, current_password))

struct AcceptHandover {
    std::optional<forms::Password> current_password;
};
BOOST_DESCRIBE_STRUCT(AcceptHandover, (), (current_password))

} // namespace identity
