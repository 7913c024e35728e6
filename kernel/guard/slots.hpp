#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

#include <string_view>

namespace guard
{

/// What the modules put into a slot of a page (Site::panels), in order: those whose permission the
/// visitor holds. A slot of a page outside any workspace has panels without permission only.
html::Html panels_in(Call& call, std::string_view slot);

} // namespace guard
