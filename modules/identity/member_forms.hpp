#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

struct InviteMember {
    forms::Email email;
    forms::Text<2, 120> name;
    forms::Text<1, 60> role;
};
BOOST_DESCRIBE_STRUCT(InviteMember, (), (email, name, role))

struct ChangeRole {
    forms::Text<1, 60> role;
};
BOOST_DESCRIBE_STRUCT(ChangeRole, (), (role))

struct ChangeRight {
    forms::Text<1, 60> role;
    forms::Text<1, 120> permission;
    bool is_on = false;
};
BOOST_DESCRIBE_STRUCT(ChangeRight, (), (role, permission, is_on))

struct ChangeTwoFactor {
    forms::Text<1, 60> role;
    presets::TwoFactor policy = presets::TwoFactor::optional;
};
BOOST_DESCRIBE_STRUCT(ChangeTwoFactor, (), (role, policy))

} // namespace identity
