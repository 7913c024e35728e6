#include "modules/invoices/cancelled_quote_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_store.hpp"

namespace invoices
{

using tenancy::WorkspaceTransaction;

std::optional<quotes::Holder> issued_of(WorkspaceTransaction& tx, quotes::QuoteId quote)
{
    for (const auto& one : InvoiceStore{tx}.of_quote(quote))
        if (one.state == InvoiceState::issued)
            return quotes::Holder{.number = one.number, .path = "/factures/" + one.id.text()};
    return {};
}

void on_quote_cancelled(WorkspaceTransaction& tx, const quotes::QuoteCancelled& fact)
{
    for (const auto& one : InvoiceStore{tx}.of_quote(fact.quote)) {
        if (!is_open(one.state)) continue;
        audit::append(tx, {.action = "invoices.quote_cancelled",
                           .subject_kind = "invoice",
                           .subject = one.id.value});
        touch_invoice(tx, one.id);
    }
}

std::string cancelled_quote(WorkspaceTransaction& tx, const Invoice& invoice)
{
    if (!invoice.quote_id) return {};
    const auto quote = quotes::accepted_quote(tx, *invoice.quote_id);
    return quote.is_cancelled ? quote.number : std::string{};
}

} // namespace invoices
