#pragma once

#include "kernel/guard/call.hpp"
#include "modules/accounting/accounting_views.hpp"

namespace accounting
{

/// As the address asks: months where a part of a year makes sense, quarters for sales.
Frame frame_of(const guard::Call& call, Tab tab);
http::Response frame_answer(guard::Call& call, html::Html body, int status = 200);

} // namespace accounting
