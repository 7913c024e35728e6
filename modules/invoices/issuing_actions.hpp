#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/e_document.hpp"
#include "modules/invoices/issue.hpp"
#include "modules/invoices/open_invoice.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// How an open invoice leaves.
struct Issuing {
    InvoiceId invoice;
    std::int64_t seen_version = 0; ///< of what the page that asks showed
    Way way = Way::mail;
    std::string to_name;
    std::string to_email; ///< of a mail
    std::string words;    ///< of the mail; may be empty
};

/// As it would be issued today; empty: it may be.
std::vector<Missing> missing_in(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

/// « Validée »: refuses "invoices.refusal.incomplete" with the first thing it lacks as {fault}, and
/// conflicts as below.
void check_invoice(tenancy::WorkspaceTransaction& tx, InvoiceId invoice, std::int64_t seen_version);

/// One transaction: the invoice takes its number, what it comes to, who writes to whom and under
/// which terms are frozen, and a job is left that makes the paper, then the mail. Refuses
/// "invoices.refusal.is.…" and "invoices.refusal.changed_since" as conflicts, and
/// "invoices.refusal.incomplete".
void issue_invoice(tenancy::WorkspaceTransaction& tx, const Issuing& issuing);

/// What was issued before and this one names: what a credit note takes back, deposits of a balance.
std::vector<einvoice::Preceding> preceding_of(tenancy::WorkspaceTransaction& tx,
                                              const Invoice& invoice);

} // namespace invoices
