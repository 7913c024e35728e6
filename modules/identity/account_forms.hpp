#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>

namespace identity
{

struct SavePreferences {
    forms::Text<2, 120> name;
    auth::Theme theme = auth::Theme::system;
    forms::Text<0, 200> default_page;
};
BOOST_DESCRIBE_STRUCT(SavePreferences, (), (name, theme, default_page))

struct SetTheme {
    auth::Theme theme = auth::Theme::system;
};
BOOST_DESCRIBE_STRUCT(SetTheme, (), (theme))

} // namespace identity
