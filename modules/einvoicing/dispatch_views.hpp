#pragma once

#include "kernel/html/html.hpp"
#include "modules/einvoicing/dispatch.hpp"

#include <string_view>
#include <vector>

namespace einvoicing
{

/// What we told of an invoice: « 212 · Encaissée », what with it, and whether it left.
html::Html dispatch_rows(const std::vector<Dispatch>& dispatches, std::string_view zone);

} // namespace einvoicing
