#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/chart_store.hpp"
#include "modules/accounting/chart_views.hpp"

namespace accounting
{

/// What a business may keep on an account of its own, in the order of the chart: what everybody
/// has, and the taxes of its regime.
std::vector<ChartRow> chart_rows(tenancy::WorkspaceTransaction& tx);
/// From here on; what was booked stays where it is. An empty number: the one everybody begins with.
/// Refuses "accounting.refusal.role", ".account".
void choose_account(tenancy::WorkspaceTransaction& tx, const ChosenAccount& account);
/// Of what is issued from here on.
void choose_tax_due(tenancy::WorkspaceTransaction& tx, TaxDue due);

} // namespace accounting
