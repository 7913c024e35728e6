#pragma once

#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

struct RequestReset {
    forms::Email email;
};
BOOST_DESCRIBE_STRUCT(RequestReset, (), (email))

struct ChoosePassword {
    forms::Password password;
};
BOOST_DESCRIBE_STRUCT(ChoosePassword, (), (password))

struct ChangePassword {
    forms::Password current_password;
    forms::Password password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (current_password, password))

} // namespace identity
