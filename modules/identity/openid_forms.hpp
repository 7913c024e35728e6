#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

/// One identity of the person's own account page.
struct UnlinkIdentity {
    forms::Text<1, 500> issuer;
    forms::Text<1, 255> subject;
};
BOOST_DESCRIBE_STRUCT(UnlinkIdentity, (), (issuer, subject))

} // namespace identity
