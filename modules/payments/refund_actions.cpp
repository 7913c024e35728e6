#include "modules/payments/refund_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/follow_actions.hpp"
#include "modules/payments/taking_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace payments
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

Taking taking_of(WorkspaceTransaction& tx, invoices::InvoiceId invoice, TakingId id)
{
    auto taking = TakingStore{tx}.find(id);
    if (!taking || !taking->checkout_id) throw base::NotFound{};
    const auto checkout = CheckoutStore{tx}.find(*taking->checkout_id);
    if (!checkout || checkout->invoice_id != invoice) throw base::NotFound{};
    return *taking;
}

void check_refund(const Taking& taking, base::Cents amount, base::Currency currency)
{
    const bool fits = amount.value > 0 && amount <= taking.left();
    refuse_unless(fits, "payments.refusal.refund",
                  {{"left", i18n::money(taking.left(), currency)}});
}

void note_refund(WorkspaceTransaction& tx, const Taking& taking, base::Cents amount,
                 const std::string& reason)
{
    const auto checkout = CheckoutStore{tx}.find(taking.checkout_id.value()).value();
    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    audit::append(
        tx, {.action = "payments.refund_asked",
             .subject_kind = "invoice",
             .subject = checkout.invoice_id.value,
             .changes = {{"amount", "", i18n::money(amount, currency)}, {"words", "", reason}}});
    plan_follow(tx, checkout.id, Reason::refunded);
}

} // namespace payments
