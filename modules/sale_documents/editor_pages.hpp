#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"
#include "modules/sale_documents/count.hpp"
#include "modules/sale_documents/line_forms.hpp"

#include <string_view>

namespace sale_documents
{

/// What a button that needs no JavaScript did: the line to look at, and the price book when it
/// stands open.
struct Stepped {
    int focus_key = 0;
    html::Html catalogue{};
};
/// Changes the lines as the button asks; no line is told wrong yet.
Stepped take_step(guard::Call& call, TypedLines& lines, std::string_view step, TypedPrices prices,
                  tenancy::ClientId client);

} // namespace sale_documents
