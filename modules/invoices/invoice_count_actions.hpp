#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice.hpp"

#include <vector>

namespace invoices
{

/// What an open invoice comes to: its lines counted, or its part of what it belongs to.
Counted figures_of(tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
                   const std::vector<Line>& lines);

/// What it asks by those figures, with taxes and before, less what deposits asked before.
void ask(Invoice& invoice, const billing::Figures& figures);

} // namespace invoices
