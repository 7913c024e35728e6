#include "modules/payments/checkout_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_store.hpp"

#include <algorithm>

namespace payments
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

constexpr std::size_t cause_bytes_max = 500;

void touch(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    events::touch(tx, "invoice:" + invoice.text());
}

invoices::Facts facts_of(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    const auto found = invoices::facts(tx, {invoice});
    if (found.empty()) throw base::NotFound{};
    return found.at(invoice);
}

} // namespace

base::Cents payable(const invoices::Facts& facts)
{
    const auto left = facts.balance.left();
    const bool asks = facts.kind != invoices::InvoiceKind::credit_note && !facts.is_cancelled;
    return asks && left.value > 0 ? left : base::Cents{};
}

Begun begin_checkout(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    Begun begun{.checkout = {}, .outdated = {}, .facts = facts_of(tx, invoice)};
    const auto amount = payable(begun.facts);
    refuse_unless(amount.value > 0, "payments.refusal.nothing_due");
    CheckoutStore store{tx};
    for (const auto& one : store.of(invoice)) {
        refuse_unless(one.state != CheckoutState::pending, "payments.refusal.pending");
        if (!one.is_usable(base::real_now())) continue;
        if (one.amount == amount && begun.checkout.id.value == 0)
            begun.checkout = one;
        else
            begun.outdated.push_back(one);
    }
    if (begun.checkout.id.value != 0) return begun;
    begun.checkout = {.id = tx.make_id<CheckoutId>(),
                      .invoice_id = invoice,
                      .provider = stripe,
                      .amount = amount,
                      .state = CheckoutState::opening,
                      .reference = {},
                      .address = {},
                      .cause = {},
                      .created_at = base::now(),
                      .ends_at = {}};
    store.insert(begun.checkout);
    return begun;
}

void note_opening(WorkspaceTransaction& tx, CheckoutId id,
                  const std::variant<OpenedCheckout, Failure>& answer)
{
    auto checkout = CheckoutStore{tx}.find(id).value();
    if (const auto* failure = std::get_if<Failure>(&answer)) {
        checkout.state = later_of(checkout.state, CheckoutState::failed);
        checkout.cause = base::shorten(sentence_of(*failure), cause_bytes_max);
    } else {
        const auto& opened = std::get<OpenedCheckout>(answer);
        checkout.state = later_of(checkout.state, CheckoutState::open);
        checkout.reference = opened.reference;
        checkout.address = opened.address;
        checkout.ends_at = opened.ends_at;
    }
    CheckoutStore{tx}.update(checkout);
    touch(tx, checkout.invoice_id);
}

void note_closing(WorkspaceTransaction& tx, CheckoutId id)
{
    auto checkout = CheckoutStore{tx}.find(id).value();
    checkout.state = later_of(checkout.state, CheckoutState::expired);
    checkout.address.clear();
    CheckoutStore{tx}.update(checkout);
    touch(tx, checkout.invoice_id);
}

std::optional<Checkout> last_checkout(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    const auto all = CheckoutStore{tx}.of(invoice);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

std::optional<Account> active_account(WorkspaceTransaction& tx)
{
    if (!tx.workspace().modules.contains("payments")) return {};
    auto account = AccountStore{tx}.find(stripe);
    const bool is_on = account.state == AccountState::active && !account.sealed_key.empty() &&
                       !account.sealed_secret.empty();
    return is_on ? std::optional{std::move(account)} : std::nullopt;
}

} // namespace payments
