#include "modules/payments/stripe_json.hpp"

#include "kernel/base/text.hpp"
#include "modules/payments/provider_json.hpp"

namespace payments
{
namespace
{

using namespace provider_json;

base::Cents cents_in(const json::object& object, std::string_view name)
{
    return cents(number_in(object, name));
}

base::Instant second_in(const json::object& object, std::string_view name)
{
    return moment(number_in(object, name));
}

std::string currency_in(const json::object& object)
{
    return text_in(object, "currency");
}

std::string tracking_of(const json::object& object)
{
    return text_in(child(object, "metadata"), "checkout");
}

std::optional<Taken> taken_of_charge(const json::object& charge)
{
    Taken taken{.reference = id_in(charge, "payment_intent"),
                .tracking = tracking_of(charge),
                .amount = cents_in(charge, "amount_captured"),
                .refunded = cents_in(charge, "amount_refunded"),
                .at = second_in(charge, "created"),
                .currency = currency_in(charge)};
    const bool is_taken = text_in(charge, "status") == "succeeded" && taken.amount.value > 0;
    if (taken.reference.empty() || !is_taken) return {};
    return taken;
}

std::optional<Taken> taken_of_session(const json::object& session, base::Instant at)
{
    Taken taken{.reference = id_in(session, "payment_intent"),
                .tracking = tracking_of(session),
                .amount = cents_in(session, "amount_total"),
                .refunded = {},
                .at = at,
                .currency = currency_in(session)};
    if (taken.reference.empty() || taken.amount.value == 0) return {};
    return taken;
}

void read_session(Notice& notice, const json::object& session, CheckoutState state)
{
    if (text_in(session, "mode") != "payment") return;
    notice.checkout = CheckoutNews{.reference = text_in(session, "id"),
                                   .tracking = tracking_of(session),
                                   .state = state,
                                   .cause = {}};
    if (state == CheckoutState::paid) notice.taken = taken_of_session(session, notice.at);
}

void read_failure(Notice& notice, const json::object& intent)
{
    const auto& error = child(intent, "last_payment_error");
    notice.checkout = CheckoutNews{.reference = {},
                                   .tracking = tracking_of(intent),
                                   .state = CheckoutState::open,
                                   .cause = text_in(error, "message")};
}

void read_dispute(Notice& notice, const json::object& dispute)
{
    DisputeNews news{.reference = text_in(dispute, "id"),
                     .payment = id_in(dispute, "payment_intent"),
                     .amount = cents_in(dispute, "amount"),
                     .is_withdrawn = notice.kind != "charge.dispute.created",
                     .is_reinstated = notice.kind == "charge.dispute.funds_reinstated"};
    if (!news.reference.empty() && !news.payment.empty()) notice.dispute = news;
}

void read_object(Notice& notice, const json::object& object)
{
    const auto& kind = notice.kind;
    if (kind == "checkout.session.completed")
        read_session(notice, object,
                     text_in(object, "payment_status") == "paid" ? CheckoutState::paid
                                                                 : CheckoutState::pending);
    else if (kind == "checkout.session.async_payment_succeeded")
        read_session(notice, object, CheckoutState::paid);
    else if (kind == "checkout.session.async_payment_failed")
        read_session(notice, object, CheckoutState::failed);
    else if (kind == "checkout.session.expired")
        read_session(notice, object, CheckoutState::expired);
    else if (kind == "payment_intent.payment_failed")
        read_failure(notice, object);
    else if (kind == "charge.succeeded" || kind == "charge.refunded")
        notice.taken = taken_of_charge(object);
    else if (kind == "charge.refund.updated" || kind == "refund.updated" || kind == "refund.failed")
        notice.unsure = id_in(object, "payment_intent");
    else if (kind == "charge.dispute.created" || kind == "charge.dispute.funds_withdrawn" ||
             kind == "charge.dispute.funds_reinstated")
        read_dispute(notice, object);
}

} // namespace

std::optional<Notice> read_stripe_event(std::string_view body)
{
    const auto event = object_in(body);
    Notice notice{.event = text_in(event, "id"),
                  .kind = text_in(event, "type"),
                  .at = second_in(event, "created"),
                  .mode = Mode::test,
                  .checkout = {},
                  .taken = {},
                  .dispute = {}};
    if (notice.event.empty() || notice.kind.empty()) return {};
    const auto* const live = event.if_contains("livemode");
    if (live != nullptr && live->is_bool() && live->as_bool()) notice.mode = Mode::live;
    read_object(notice, child(child(event, "data"), "object"));
    // A refund that failed leaves Stripe saying less than before.
    if (notice.kind == "charge.refunded" && notice.taken) notice.unsure = notice.taken->reference;
    return notice;
}

namespace stripe_json
{

std::optional<OpenedCheckout> opened_checkout(std::string_view body)
{
    const auto session = object_in(body);
    OpenedCheckout opened{.reference = text_in(session, "id"),
                          .address = text_in(session, "url"),
                          .ends_at = second_in(session, "expires_at")};
    if (opened.reference.empty() || opened.address.empty()) return {};
    return opened;
}

Standing standing(std::string_view body)
{
    const auto session = object_in(body);
    const auto status = text_in(session, "status");
    const bool is_paid = text_in(session, "payment_status") == "paid";
    Standing standing;
    if (status == "expired") standing.state = CheckoutState::expired;
    if (status == "complete")
        standing.state = is_paid ? CheckoutState::paid : CheckoutState::pending;
    return standing;
}

std::string payment(std::string_view body)
{
    return id_in(object_in(body), "payment_intent");
}

std::string latest_charge(std::string_view body)
{
    return id_in(object_in(body), "latest_charge");
}

std::optional<Taken> taken(std::string_view body)
{
    return taken_of_charge(object_in(body));
}

std::string error_words(std::string_view body)
{
    const auto answer = object_in(body);
    return text_in(child(answer, "error"), "message");
}

} // namespace stripe_json

} // namespace payments
