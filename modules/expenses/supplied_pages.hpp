#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

namespace expenses
{

/// On the page of a supplier’s invoice: the expenses it became.
html::Html supplied_panel(guard::Call& call);

} // namespace expenses
