#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/invoices/payment_store.hpp"
#include "modules/invoices/receipt_mails.hpp"

namespace invoices
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

What what_of(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::refund:
        return What::refunded;
    case PaymentKind::rejection:
        return What::rejected;
    case PaymentKind::payment:
        break;
    }
    return What::paid;
}

void check(WorkspaceTransaction& tx, const NewPayment& payment, const Balance& before)
{
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    refuse_unless(payment.amount > base::Cents{}, "invoices.refusal.payment_amount");
    refuse_unless(payment.received_on <= today, "invoices.refusal.payment_in_future");
    if (payment.kind != PaymentKind::payment) {
        refuse_unless(payment.amount <= before.kept(), "invoices.refusal.refund",
                      {{"kept", i18n::money(before.kept(), currency)}});
        return;
    }
    const bool fits = payment.amount <= before.left() || payment.surplus == Surplus::kept;
    refuse_unless(fits, "invoices.refusal.surplus",
                  {{"left", i18n::money(before.left(), currency)}});
}

Payment line_of(WorkspaceTransaction& tx, const NewPayment& payment)
{
    return {.id = tx.make_id<PaymentId>(),
            .invoice_id = payment.invoice,
            .kind = payment.kind,
            .amount = payment.amount,
            .received_on = payment.received_on,
            .means = payment.means,
            .provider = payment.provider,
            .reference = payment.reference,
            .recorded_by = member_of(tx),
            .recorded_at = base::now()};
}

} // namespace

PaymentId record_payment(WorkspaceTransaction& tx, const NewPayment& payment)
{
    const auto invoice = invoice_by_id(tx, payment.invoice);
    const bool is_issued = !is_open(invoice.state) && invoice.kind != InvoiceKind::credit_note;
    refuse_unless(is_issued, "invoices.refusal.not_issued");
    PaymentStore store{tx};
    const auto before = store.held(invoice.id);
    if (!payment.provider.empty())
        if (const auto told = store.find(payment.provider, payment.reference)) return told->id;
    check(tx, payment, before);

    const auto line = line_of(tx, payment);
    store.insert(line);
    store.sum(invoice.id);
    const auto left = store.balance(invoice.id).left();
    const auto currency = sale_documents::books_of(tx.workspace()).currency;
    tell(tx, invoice.id, what_of(line.kind), i18n::money(line.amount, currency));
    mail_receipt(tx, invoice, line, left);
    events::publish(tx, PaymentRecorded{.payment = line.id,
                                        .invoice = invoice.id,
                                        .number = invoice.number,
                                        .client = invoice.client_id,
                                        .kind = line.kind,
                                        .amount = line.amount,
                                        .received_on = line.received_on,
                                        .means = line.means,
                                        .provider = line.provider,
                                        .reference = line.reference,
                                        .balance = left,
                                        .recorded_by = line.recorded_by});
    return line.id;
}

} // namespace invoices
