#include "modules/payments/foreign_money.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/events.hpp"

namespace payments
{
namespace
{

constexpr std::size_t code_bytes_max = 8;

/// « USD », as people write it.
std::string code_of(const Taken& taken)
{
    auto code = base::shorten(taken.currency, code_bytes_max);
    for (char& letter : code)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return code;
}

} // namespace

bool is_foreign(tenancy::WorkspaceTransaction& tx, const Checkout& checkout, const Taken& taken)
{
    if (taken.currency.empty()) return false;
    const auto facts = invoices::facts(tx, {checkout.invoice_id}).at(checkout.invoice_id);
    return base::lower_ascii(taken.currency) !=
           base::lower_ascii(base::currency_code(facts.figures.currency));
}

CheckoutState note_foreign(tenancy::WorkspaceTransaction& tx, Checkout& checkout,
                           const Taken& taken)
{
    if (taken.amount <= taken.refunded) return CheckoutState::failed;
    if (checkout.other_currency.empty())
        events::publish(tx, PaymentSetBack{.invoice = checkout.invoice_id,
                                           .what = Setback::other_currency,
                                           .amount = taken.amount});
    checkout.other_currency = code_of(taken);
    return CheckoutState::pending;
}

void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact)
{
    if (!fact.provider.empty() || fact.kind != invoices::PaymentKind::payment) return;
    CheckoutStore store{tx};
    for (auto& checkout : store.of(fact.invoice)) {
        if (!is_held(checkout)) continue;
        checkout.state = later_of(checkout.state, CheckoutState::paid);
        store.update(checkout);
        events::touch(tx, "invoice:" + fact.invoice.text());
    }
}

} // namespace payments
