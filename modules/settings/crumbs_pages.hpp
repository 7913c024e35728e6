#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

#include <string_view>

namespace settings
{

/// « Réglages › Courrier », for the bar of every page but the menu, and its heading for screen
/// readers: these pages have no other.
html::Html crumbs(const guard::Call& call, std::string_view title_key);

} // namespace settings
