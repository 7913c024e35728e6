#include "modules/payments/checkout_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/follow_actions.hpp"
#include "modules/payments/mandate_store.hpp"
#include "modules/payments/provider_words.hpp"
#include "modules/sale_documents/sale_documents.hpp"

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

/// A debit by SEPA is one of euros.
bool suits(WorkspaceTransaction& tx, std::string_view provider)
{
    return provider != gocardless ||
           sale_documents::books_of(tx.workspace()).currency == base::Currency::EUR;
}

} // namespace

base::Cents payable(const invoices::Facts& facts)
{
    const auto left = facts.balance.left();
    const bool asks = facts.kind != invoices::InvoiceKind::credit_note && !facts.is_cancelled;
    return asks && left.value > 0 ? left : base::Cents{};
}

Begun begin_checkout(WorkspaceTransaction& tx, invoices::InvoiceId invoice,
                     std::string_view provider)
{
    Begun begun{.checkout = {}, .outdated = {}, .facts = facts_of(tx, invoice)};
    const auto amount = payable(begun.facts);
    refuse_unless(amount.value > 0, "payments.refusal.nothing_due");
    if (const auto mandate = MandateStore{tx}.active(begun.facts.client, provider))
        begun.mandate = mandate->reference;
    CheckoutStore store{tx};
    for (const auto& one : store.of(invoice)) {
        refuse_unless(one.state != CheckoutState::pending, "payments.refusal.pending");
        if (!one.is_usable(base::real_now())) continue;
        const bool fits = one.amount == amount && one.provider == provider;
        if (fits && begun.checkout.id.value == 0)
            begun.checkout = one;
        else
            begun.outdated.push_back(one);
    }
    if (begun.checkout.id.value != 0) return begun;
    begun.checkout = {.id = tx.make_id<CheckoutId>(),
                      .invoice_id = invoice,
                      .provider = std::string{provider},
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
        checkout.cause = base::shorten(sentence_of(*failure, checkout.provider), cause_bytes_max);
    } else {
        const auto& opened = std::get<OpenedCheckout>(answer);
        checkout.state = later_of(checkout.state, CheckoutState::open);
        checkout.reference = opened.reference;
        checkout.address = opened.address;
        checkout.ends_at = opened.ends_at;
        checkout.payment = opened.payment;
        if (!checkout.payment.empty())
            checkout.state = later_of(checkout.state, CheckoutState::pending);
        plan_follow(tx, checkout.id, Reason::opened);
        if (!checkout.payment.empty()) plan_follow(tx, checkout.id, Reason::told, "opened");
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

std::vector<Account> active_accounts(WorkspaceTransaction& tx)
{
    std::vector<Account> active;
    if (!tx.workspace().modules.contains("payments")) return active;
    for (const auto* name : provider_names) {
        auto account = AccountStore{tx}.find(name);
        if (account.state == AccountState::active && !account.sealed_key.empty() &&
            !account.sealed_secret.empty() && suits(tx, account.provider))
            active.push_back(std::move(account));
    }
    return active;
}

} // namespace payments
