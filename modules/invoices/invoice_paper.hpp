#pragma once

#include "modules/invoices/buyer.hpp"
#include "modules/invoices/invoice.hpp"
#include "modules/invoices/terms.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// All that the paper of an invoice says.
struct InvoicePaper {
    Invoice invoice;
    std::vector<Line> lines;
    Books books;
    sale_documents::Parties parties;
    Buyer buyer; ///< the client's numbers, which French law wants on the paper (CGI, annexe II, 242
                 ///< nonies A)
    Counted counted;
    Terms terms;
    std::string look{};          ///< sale_documents::look_today
    std::string credited_number; ///< of a credit note: what it takes back
    std::string quote_number;
    documents::Letterhead from;
    std::string colour; ///< of the business: "#rrggbb"
    base::Instant made_at;
};
documents::Document paper_of(InvoicePaper paper);

/// Credit notes have a template of their own; deposits and balances are invoices.
sale_documents::DocumentType look_type_of(InvoiceKind kind);

/// « Facture FACT-2026-0001 »; of an open one, that it is a draft.
std::string title_of(const Invoice& invoice);
/// The lines of an invoice as its paper and its pages say them, with their figures: a deposit and a
/// credit of an amount have one for each tax.
struct ShownLines {
    std::vector<Line> lines;
    Counted counted;
};
ShownLines shown_lines(const Invoice& invoice, std::vector<Line> lines, Counted counted);

/// Deposits taken off and what is left to pay, where deposits were asked.
std::vector<Sum> sums_after_total(const billing::Figures& figures, const Books& books);

} // namespace invoices
