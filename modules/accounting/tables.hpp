#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/money_store.hpp"
#include "modules/accounting/period_pages.hpp"

#include <string>
#include <vector>

/// The lists of a period as they leave: downloads, and the copy outside.
namespace accounting
{

using Cells = std::vector<std::string>;

/// With their titles.
std::vector<Cells> sale_cells(const std::vector<SaleRow>& rows);
std::vector<Cells> receipt_cells(const std::vector<ReceiptRow>& rows);

std::string csv_of(const std::vector<Cells>& table);
/// One line for each line of an entry.
std::string entries_csv(tenancy::WorkspaceTransaction& tx, const Period& period);

} // namespace accounting
