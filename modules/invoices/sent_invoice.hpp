#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/invoices/balance.hpp"

#include <optional>
#include <string>
#include <vector>

namespace invoices
{

/// How the client of an issued invoice is written to again.
struct Reach {
    std::string name;
    std::string email;      ///< empty: nobody is known, or who was is erased
    std::string url;        ///< absolute: where he reads the invoice
    bool is_secret = false; ///< the url alone opens it
    bool is_business = false;
    bool is_forgotten = false; ///< who received it was erased
    std::string penalties;     ///< for being late, as the invoice says them; may be empty
    std::optional<files::FileId> paper;
    tenancy::MembershipId issued_by;
};
/// The address it was sent to, or that of the client's record for one handed over. Throws
/// base::NotFound for one that was not issued.
Reach reach_of(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// What it stands at, and stays at until the transaction ends: a payment waits. Zeros for one that
/// was not issued.
Balance held_balance(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// Issued ones of which something is owed past their day, on `today`.
struct LateSpan {
    base::Date due_from; ///< due that day or later
    base::Date today;
    InvoiceId after; ///< zero: from the oldest
    int limit = 0;
};
/// The oldest first.
std::vector<InvoiceId> late_invoices(tenancy::WorkspaceTransaction& tx, const LateSpan& span);
/// Whether there is one, and how many: those due from `due_from` on and before `due_before`.
std::int64_t count_late(tenancy::WorkspaceTransaction& tx, base::Date due_from,
                        base::Date due_before);

/// In its history and in the journal: its client was written to about what is left.
void note_reminded(tenancy::WorkspaceTransaction& tx, InvoiceId invoice, const std::string& email);

} // namespace invoices
