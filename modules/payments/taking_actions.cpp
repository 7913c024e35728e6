#include "modules/payments/taking_actions.hpp"

#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/debit_mails.hpp"
#include "modules/payments/events.hpp"
#include "modules/payments/follow_actions.hpp"
#include "modules/payments/foreign_money.hpp"
#include "modules/payments/mandate_store.hpp"
#include "modules/payments/taking_store.hpp"

#include <algorithm>

namespace payments
{
namespace
{

using base::Cents;
using invoices::PaymentKind;
using tenancy::WorkspaceTransaction;

constexpr std::size_t cause_bytes_max = 500;

std::optional<Checkout> checkout_of(WorkspaceTransaction& tx, std::string_view provider,
                                    const std::string& tracking, const std::string& reference)
{
    CheckoutStore store{tx};
    if (const auto id = CheckoutId::parse(tracking))
        if (auto found = store.find(*id); found && found->provider == provider) return found;
    return reference.empty() ? std::nullopt : store.find(provider, reference);
}

void tell(WorkspaceTransaction& tx, invoices::InvoiceId invoice, Setback what, Cents amount)
{
    events::publish(tx, PaymentSetBack{.invoice = invoice, .what = what, .amount = amount});
}

/// The try of a client that was paid by it.
std::optional<Checkout> checkout_of(WorkspaceTransaction& tx, std::string_view provider,
                                    const Taken& taken)
{
    if (auto found = checkout_of(tx, provider, taken.tracking, {})) return found;
    const auto taking = TakingStore{tx}.find(provider, taken.reference);
    if (!taking || !taking->checkout_id) return {};
    return CheckoutStore{tx}.find(*taking->checkout_id);
}

/// Brings the ledger of an invoice to what is known of one payment.
class Recorder
{
  public:
    Recorder(WorkspaceTransaction& tx, Taking taking, invoices::InvoiceId invoice)
        : tx_(tx), taking_(std::move(taking)), invoice_(invoice)
    {
    }

    void run()
    {
        const auto lost = TakingStore{tx_}.withdrawn(taking_.provider, taking_.reference);
        const auto disputed = lost - taking_.recorded_losses;
        add(PaymentKind::payment, taking_.amount - taking_.recorded, taking_.recorded);
        // Before what leaves: a refund may be of money that a bank brought back.
        Cents returned;
        add(PaymentKind::payment, taking_.recorded_losses - lost, returned);
        taking_.recorded_losses -= returned;
        add_again(taking_.recorded_refunds - taking_.refunded, taking_.recorded_refunds,
                  Setback::refund_failed);
        add(PaymentKind::refund, taking_.refunded - taking_.recorded_refunds,
            taking_.recorded_refunds);
        add(PaymentKind::rejection, lost - taking_.recorded_losses, taking_.recorded_losses);
        if (disputed.value > 0) tell(tx_, invoice_, Setback::disputed, disputed);
        take_back(taking_.recorded - taking_.amount);
        TakingStore{tx_}.note_recorded(taking_);
    }

  private:
    /// What was given back and did not arrive.
    void add_again(Cents amount, Cents& recorded, Setback why)
    {
        Cents again;
        add(PaymentKind::payment, amount, again);
        if (again.value <= 0) return;
        recorded -= again;
        tell(tx_, invoice_, why, again);
    }
    /// What a bank had confirmed and returned all the same.
    void take_back(Cents amount)
    {
        Cents gone;
        add(PaymentKind::rejection, amount, gone);
        if (gone.value <= 0) return;
        taking_.recorded -= gone;
        tell(tx_, invoice_, Setback::taken_back, gone);
    }
    /// As much of it as the ledger takes: nothing leaves an invoice that it did not keep.
    void add(PaymentKind kind, Cents amount, Cents& recorded)
    {
        if (kind != PaymentKind::payment) {
            const auto kept = invoices::facts(tx_, {invoice_}).at(invoice_).balance.kept();
            amount = std::min(amount, kept);
        }
        if (amount.value <= 0) return;
        invoices::record_payment(tx_, {.invoice = invoice_,
                                       .kind = kind,
                                       .amount = amount,
                                       .received_on = day_of(kind),
                                       .means = invoices::PaymentMeans::online,
                                       .provider = taking_.provider,
                                       .reference = next_reference(),
                                       .surplus = invoices::Surplus::kept});
        recorded += amount;
    }
    base::Date day_of(PaymentKind kind) const
    {
        const auto& zone = tx_.workspace().time_zone;
        const auto today = base::date_in(base::now(), zone);
        if (kind != PaymentKind::payment || !taking_.taken_at) return today;
        return std::min(today, base::date_in(*taking_.taken_at, zone));
    }
    /// The provider's own for the first line, which is what the client paid.
    std::string next_reference()
    {
        const auto number = ++taking_.lines;
        return number == 1 ? taking_.reference : taking_.reference + " · " + std::to_string(number);
    }

    WorkspaceTransaction& tx_;
    Taking taking_;
    invoices::InvoiceId invoice_;
};

void move(WorkspaceTransaction& tx, Checkout checkout, CheckoutState next)
{
    checkout.state = later_of(checkout.state, next);
    const bool may_pay =
        checkout.state == CheckoutState::open || checkout.state == CheckoutState::opening;
    if (!may_pay) checkout.address.clear();
    CheckoutStore{tx}.update(checkout);
    events::touch(tx, "invoice:" + checkout.invoice_id.text());
}

void record(WorkspaceTransaction& tx, const Taking& taking)
{
    if (!taking.checkout_id) return;
    const auto checkout = CheckoutStore{tx}.find(*taking.checkout_id).value();
    Recorder{tx, taking, checkout.invoice_id}.run();
    if (taking.amount.value > 0) move(tx, checkout, CheckoutState::paid);
}

/// `paid` waits for what was taken, which says in which currency.
void take(WorkspaceTransaction& tx, std::string_view provider, const CheckoutNews& news)
{
    auto checkout = checkout_of(tx, provider, news.tracking, news.reference);
    if (!checkout) return;
    if (!news.reference.empty()) checkout->reference = news.reference;
    if (!news.cause.empty()) checkout->cause = base::shorten(news.cause, cause_bytes_max);
    move(tx, *checkout, news.state == CheckoutState::paid ? CheckoutState::pending : news.state);
}

void take(WorkspaceTransaction& tx, std::string_view provider, const Taken& taken)
{
    auto checkout = checkout_of(tx, provider, taken);
    if (!checkout && !TakingStore{tx}.find(provider, taken.reference)) return;
    if (checkout && is_foreign(tx, *checkout, taken)) {
        const auto next = note_foreign(tx, *checkout, taken);
        return move(tx, *checkout, next);
    }
    record(tx, TakingStore{tx}.raise(provider, taken,
                                     checkout ? std::optional{checkout->id} : std::nullopt));
}

/// Kept even of a payment that was not told yet: a dispute does not carry what we call it.
void take(WorkspaceTransaction& tx, std::string_view provider, const DisputeNews& news)
{
    TakingStore store{tx};
    store.raise(provider, news);
    if (!store.find(provider, news.payment)) return;
    record(tx,
           store.raise(
               provider,
               {.reference = news.payment, .tracking = {}, .amount = {}, .refunded = {}, .at = {}},
               {}));
}

bool concerns(WorkspaceTransaction& tx, std::string_view provider, const Notice& notice)
{
    if (notice.dispute) return true;
    if (notice.checkout &&
        checkout_of(tx, provider, notice.checkout->tracking, notice.checkout->reference))
        return true;
    if (!notice.unsure.empty() && TakingStore{tx}.find(provider, notice.unsure)) return true;
    if (!notice.taken) return false;
    return checkout_of(tx, provider, notice.taken->tracking, {}) ||
           TakingStore{tx}.find(provider, notice.taken->reference);
}

/// The mandate that was signed, and the notice the law wants before a debit, once.
void note_debit(WorkspaceTransaction& tx, Checkout& checkout, const Standing& standing)
{
    const auto facts = invoices::facts(tx, {checkout.invoice_id}).at(checkout.invoice_id);
    if (!standing.mandate.empty())
        MandateStore{tx}.add({.provider = checkout.provider,
                              .reference = standing.mandate,
                              .client_id = facts.client,
                              .state = MandateState::active,
                              .signed_at = base::now()});
    const bool is_new = standing.charge_on && !checkout.charge_on;
    if (!standing.payment.empty()) checkout.payment = standing.payment;
    if (standing.charge_on) checkout.charge_on = standing.charge_on;
    if (is_new && standing.state == CheckoutState::pending) mail_debit(tx, facts, checkout);
}

/// Nothing is nothing, unless it was something before.
bool is_known(WorkspaceTransaction& tx, std::string_view provider, const Taken& taken)
{
    return taken.amount.value > 0 || TakingStore{tx}.find(provider, taken.reference);
}

std::optional<Checkout> checkout_of(WorkspaceTransaction& tx, std::string_view provider,
                                    const Hint& hint)
{
    auto checkout = checkout_of(tx, provider, hint.tracking, hint.reference);
    if (checkout || hint.payment.empty()) return checkout;
    return CheckoutStore{tx}.find_paying(provider, hint.payment);
}

} // namespace

void take_hint(WorkspaceTransaction& tx, std::string_view provider, const Hint& hint)
{
    if (!hint.mandate.empty()) MandateStore{tx}.end(provider, hint.mandate);
    const auto checkout = checkout_of(tx, provider, hint);
    if (!checkout) return;
    Notice notice;
    notice.event = hint.event;
    notice.kind = hint.kind;
    notice.at = hint.at;
    if (TakingStore{tx}.insert(provider, notice))
        plan_follow(tx, checkout->id, Reason::told, hint.event);
}

void take_notice(WorkspaceTransaction& tx, std::string_view provider, const Notice& notice)
{
    if (!concerns(tx, provider, notice)) return;
    if (!TakingStore{tx}.insert(provider, notice)) return;
    if (notice.checkout) take(tx, provider, *notice.checkout);
    if (notice.taken) take(tx, provider, *notice.taken);
    if (notice.dispute) take(tx, provider, *notice.dispute);
    if (notice.unsure.empty()) return;
    const auto taking = TakingStore{tx}.find(provider, notice.unsure);
    if (taking && taking->checkout_id)
        plan_follow(tx, *taking->checkout_id, Reason::told, notice.event);
}

bool take_standing(WorkspaceTransaction& tx, CheckoutId id, const Standing& standing,
                   std::int64_t looks)
{
    auto checkout = CheckoutStore{tx}.find(id).value();
    if (checkout.looks != looks) return false;

    ++checkout.looks;
    if (!standing.cause.empty()) checkout.cause = base::shorten(standing.cause, cause_bytes_max);
    note_debit(tx, checkout, standing);
    const bool is_other = standing.taken && is_foreign(tx, checkout, *standing.taken);
    const auto next = is_other ? note_foreign(tx, checkout, *standing.taken) : standing.state;
    move(tx, checkout, next);
    if (checkout.state == CheckoutState::pending && standing.state == CheckoutState::failed)
        tell(tx, checkout.invoice_id, Setback::debit_failed, checkout.amount);
    if (standing.taken && !is_other && is_known(tx, checkout.provider, *standing.taken))
        record(tx, TakingStore{tx}.set(checkout.provider, *standing.taken, id));
    return true;
}

} // namespace payments
