#pragma once

#include "kernel/html/html.hpp"

namespace identity
{

/// What a day looks like, beside the sign-in form: decoration, said to nobody.
html::Html door_panel();

} // namespace identity
