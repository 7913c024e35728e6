#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice.hpp"
#include "modules/invoices/receipt_store.hpp"
#include "modules/invoices/terms.hpp"

#include <vector>

/// Each is one transaction of its caller and one entry of the journal.
namespace invoices
{

/// A draft without lines. Id, author, dates, delay and version are set here; throws base::NotFound
/// for a client this workspace does not hold.
InvoiceId start_invoice(tenancy::WorkspaceTransaction& tx, Invoice invoice);

/// Back to a draft. Refuses "invoices.refusal.is.…" of one that was issued,
/// "sale_documents.refusal.too_many_lines" and, as a conflict,
/// "invoices.refusal.changed_meanwhile".
void save_invoice(tenancy::WorkspaceTransaction& tx, Invoice invoice,
                  const std::vector<Line>& lines, std::int64_t seen_version);

/// The same refusals: an issued one is credited, never removed.
void remove_invoice(tenancy::WorkspaceTransaction& tx, InvoiceId invoice,
                    std::int64_t seen_version);

/// How much of an accepted quote an invoice asks.
enum class Share { whole, deposit, balance };
BOOST_DESCRIBE_ENUM(Share, whole, deposit, balance)
/// A draft for its client; `asked` of a deposit, taxes included. Refuses what billing refuses, and
/// "invoices.refusal.balance_made" for a second balance; throws base::NotFound.
InvoiceId start_from_quote(tenancy::WorkspaceTransaction& tx, quotes::QuoteId quote, Share share,
                           base::Cents asked);

/// A draft that takes back all that is left of an issued invoice, or that amount of it, taxes
/// included. Refuses what billing refuses, and "invoices.refusal.not_issued".
InvoiceId start_credit(tenancy::WorkspaceTransaction& tx, InvoiceId invoice,
                       std::optional<base::Cents> asked, const std::string& reason);

/// What the workspace set, or what everybody starts with.
Terms terms_of(tenancy::WorkspaceTransaction& tx);
void save_terms(tenancy::WorkspaceTransaction& tx, const Terms& terms);

/// Bare numbers, or empty.
void save_buyer(tenancy::WorkspaceTransaction& tx, InvoiceId invoice, const std::string& siren,
                const std::string& vat_number);

/// Whether clients are told of their payments, from now on.
void save_receipts(tenancy::WorkspaceTransaction& tx, ReceiptStore::Sent sent);

} // namespace invoices
