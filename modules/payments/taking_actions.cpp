#include "modules/payments/taking_actions.hpp"

#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/payments/checkout_store.hpp"
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
        add(PaymentKind::payment, taking_.amount - taking_.recorded, taking_.recorded);
        // Before what leaves: a refund may be of money that a bank brought back.
        Cents returned;
        add(PaymentKind::payment, taking_.recorded_losses - lost, returned);
        taking_.recorded_losses -= returned;
        add(PaymentKind::refund, taking_.refunded - taking_.recorded_refunds,
            taking_.recorded_refunds);
        add(PaymentKind::rejection, lost - taking_.recorded_losses, taking_.recorded_losses);
        TakingStore{tx_}.note_recorded(taking_);
    }

  private:
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

void take(WorkspaceTransaction& tx, std::string_view provider, const CheckoutNews& news)
{
    auto checkout = checkout_of(tx, provider, news.tracking, news.reference);
    if (!checkout) return;
    if (!news.reference.empty()) checkout->reference = news.reference;
    if (!news.cause.empty()) checkout->cause = base::shorten(news.cause, cause_bytes_max);
    move(tx, *checkout, news.state);
}

void take(WorkspaceTransaction& tx, std::string_view provider, const Taken& taken)
{
    const auto checkout = checkout_of(tx, provider, taken.tracking, {});
    if (!checkout && !TakingStore{tx}.find(provider, taken.reference)) return;
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
    if (!notice.taken) return false;
    return checkout_of(tx, provider, notice.taken->tracking, {}) ||
           TakingStore{tx}.find(provider, notice.taken->reference);
}

} // namespace

void take_notice(WorkspaceTransaction& tx, std::string_view provider, const Notice& notice)
{
    if (!concerns(tx, provider, notice)) return;
    if (!TakingStore{tx}.insert(provider, notice)) return;
    if (notice.checkout) take(tx, provider, *notice.checkout);
    if (notice.taken) take(tx, provider, *notice.taken);
    if (notice.dispute) take(tx, provider, *notice.dispute);
}

void take_answer(WorkspaceTransaction& tx, std::string_view provider, const Taken& taken)
{
    take(tx, provider, taken);
}

} // namespace payments
