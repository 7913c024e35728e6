#pragma once

#include "kernel/guard/site.hpp"

namespace app
{

/// Declares every module of the product, in order: the table of contents.
void describe_modules(guard::Site& site);

} // namespace app
