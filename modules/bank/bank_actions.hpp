#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/bank/line.hpp"
#include "modules/invoices/invoices.hpp"

#include <optional>
#include <vector>

namespace bank
{

struct Choice {
    invoices::InvoiceId invoice;
    std::optional<base::Cents> asked; ///< as Chosen
};
struct Settlement {
    LineId line;
    std::vector<Choice> choices; ///< in the order they are paid
    invoices::Surplus surplus = invoices::Surplus::refused;
};
/// Somebody says which invoices a transfer pays: the line is marked, and each share is a payment by
/// `invoices::record_payment`. Refuses "bank.refusal.settled" (a conflict), ".not_owed", what
/// shares_of and record_payment refuse; throws base::NotFound.
void settle_line(tenancy::WorkspaceTransaction& tx, const Settlement& settlement);

/// It pays no invoice. Refuses "bank.refusal.settled".
void ignore_line(tenancy::WorkspaceTransaction& tx, LineId line);

/// It waits again: of one that was settled each payment is taken back by a rejection, today.
/// Refuses "bank.refusal.waiting", and "invoices.refusal.refund" where an invoice kept less.
void reopen_line(tenancy::WorkspaceTransaction& tx, LineId line);

/// Throws base::NotFound.
Line line_by_id(tenancy::WorkspaceTransaction& tx, LineId line);

} // namespace bank
