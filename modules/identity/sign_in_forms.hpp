#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

/// What the sign-in page sends. The identifier is an e-mail, or on a portal a user name.
struct SignIn {
    forms::Text<1, 254> identifier;
    forms::Password password;
    bool remember = false;
    forms::Text<0, 1000> captcha;
    forms::Text<0, 40> captcha_answer;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (identifier, password, remember, captcha, captcha_answer))

} // namespace identity
