#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/billing/billing.hpp"
#include "modules/einvoice/einvoice.hpp"
#include "modules/invoices/balance.hpp"
#include "modules/invoices/events.hpp"
#include "modules/invoices/next_invoice.hpp"
#include "modules/invoices/open_invoice.hpp"
#include "modules/invoices/sent_invoice.hpp"
#include "modules/quotes/events.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guard
{
class Call;
}
namespace kernel
{
class Module;
}

/// Front door of invoices: what a business asks its clients to pay, what was paid, what was taken
/// back. Everybody who books, chains or sends invoices listens to events.hpp and reads `facts`.
namespace invoices
{

void describe(kernel::Module& module);

/// An issued invoice or credit note, as it was frozen: never changes but for `is_cancelled` and
/// `balance`.
struct Facts {
    InvoiceId invoice;
    InvoiceKind kind = InvoiceKind::invoice;
    std::string number;
    std::string title;
    Nature nature = Nature::services;
    base::Date issued_on;
    std::optional<base::Date> due_on;
    tenancy::ClientId client;
    sale_documents::Parties parties;
    billing::Figures figures; ///< those of a credit note are above zero too
    std::optional<InvoiceId> credits;
    std::optional<quotes::QuoteId> quote;     ///< it is a part of
    std::string paper_sha256;                 ///< hex; empty until its paper is made, right after
    std::optional<einvoice::Circuit> circuit; ///< of the French reform; none outside France
    std::string buyer_siren;                  ///< as it was issued; may be empty
    std::string buyer_vat_number;             ///< the same
    std::string buyer_country;                ///< ISO 3166-1, two capital letters; may be empty
    bool is_cancelled = false;
    Balance balance;
};
inline constexpr std::size_t facts_max = 500; ///< at once; more are refused by an assertion
/// Those that were issued; others are left out.
std::map<InvoiceId, Facts> facts(tenancy::WorkspaceTransaction& tx,
                                 const std::vector<InvoiceId>& ids);

/// The exact paper of what was issued, a PDF: in France, to a business, a Factur-X. Nothing until
/// it is made, right after.
std::optional<files::File> issued_paper_of(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// What another module says of an invoice in lists, beside its state: « Déposée ».
struct Mark {
    std::string words;
    const char* tone = "gray"; ///< as ui::tone_named reads it
};
using Marks = std::map<InvoiceId, Mark>;
using Marking = Marks (*)(tenancy::WorkspaceTransaction& tx, const std::vector<InvoiceId>& shown);
/// At start; marks of several modules stand beside each other, in the order they were told.
void mark_lists_with(Marking marking);

/// Whether who acts reads the invoices of his client at all: not for a part of its affairs only.
bool may_see_invoices(tenancy::WorkspaceTransaction& tx);

/// Whether more than what is still due may be recorded: the rest stays to the client's credit.
enum class Surplus { refused, kept };

struct NewPayment {
    InvoiceId invoice;
    PaymentKind kind = PaymentKind::payment;
    base::Cents amount;     ///< above zero
    base::Date received_on; ///< not in the future
    PaymentMeans means = PaymentMeans::transfer;
    std::string provider;  ///< "stripe"; empty for one recorded by hand
    std::string reference; ///< the provider's own, told once; of a cheque, its number
    Surplus surplus = Surplus::refused;
};
/// One line of the ledger and PaymentRecorded; of a reference its provider told before, the line
/// there is, and nothing else. Refuses "invoices.refusal.payment_amount", ".payment_in_future",
/// ".not_issued", ".surplus" {left}, ".refund" beyond what was kept; throws base::NotFound.
PaymentId record_payment(tenancy::WorkspaceTransaction& tx, const NewPayment& payment);

/// Where a client reads an invoice: in his portal, or by the link of a mail. Modules put panels
/// there (slot « client_invoice », which asks no permission of its own) and routes below
/// (`{invoice}` under /factures, `{token}` under /facture).
struct ClientPlace {
    InvoiceId invoice;
    std::string path; ///< "/p/charpentes/facture/9fX…"
};
/// Of the route that is being answered. Throws base::NotFound for one that was not issued, or not
/// to him.
ClientPlace client_place(guard::Call& call);

} // namespace invoices
