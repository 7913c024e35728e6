#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/reminders/reminder.hpp"

namespace reminders
{

/// An issued invoice, and what stands in the way of writing about it today.
struct Standing {
    invoices::Facts invoice;
    invoices::Reach reach;
    Hindrance hindrance = Hindrance::none;
};
/// Throws base::NotFound for one that was not issued.
Standing standing_of(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);

/// Writes to its client now. Refuses "reminders.refusal.<hindrance>" as conflicts: paid, in
/// dispute, without an address, written to today already.
void remind_by_hand(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);

/// Writes to its client when one of the schedule is due; what cannot leave is told to the team,
/// once. However often it is asked, one leaves.
void remind_if_due(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);

/// Refuses "reminders.refusal.disputed" as a conflict when it is already.
void open_dispute(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice,
                  const std::string& reason);
/// Nothing when none is open. Throws base::NotFound for one that was not issued.
void close_dispute(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice);

} // namespace reminders
