#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

/// Somebody without an account accepts: the address is the invitation's.
struct AcceptInvitation {
    forms::Text<2, 120> name;
    forms::Password password;
    forms::Consent terms;
    forms::Consent privacy;
    forms::Consent processing;
};
BOOST_DESCRIBE_STRUCT(AcceptInvitation, (), (name, password, terms, privacy, processing))

} // namespace identity
