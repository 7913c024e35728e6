#pragma once

#include "kernel/files/storage.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/accounting/period_pages.hpp"

#include <optional>
#include <string>
#include <vector>

namespace accounting
{

/// One object of a month: a text made now, or the exact paper of an invoice.
struct CopyPiece {
    std::string name; ///< object_name()
    std::string sha256;
    std::int64_t bytes = 0;
    std::string text;                 ///< where there is no paper
    std::optional<files::Blob> paper; ///< kept already
};

/// All that leaves of a month: the FEC in France, entries, sales and receipts as CSV, the papers of
/// invoices and credit notes.
struct MonthCopy {
    std::int64_t entries = 0;
    std::vector<CopyPiece> pieces;
    std::string hindrance; ///< why it cannot leave whole: a sentence; empty: it can
};
MonthCopy copy_of(tenancy::WorkspaceTransaction& tx, const Period& month);

} // namespace accounting
