#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

/// Somebody to whom the team gave a user name chooses his first password.
struct ActivateAccount {
    forms::Password password;
    forms::Consent terms;
    forms::Consent privacy;
    forms::Consent processing;
};
BOOST_DESCRIBE_STRUCT(ActivateAccount, (), (password, terms, privacy, processing))

} // namespace identity
