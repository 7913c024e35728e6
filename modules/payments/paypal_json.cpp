#include "modules/payments/paypal_json.hpp"

#include "kernel/base/typed_number.hpp"
#include "modules/payments/provider_json.hpp"

namespace payments
{
namespace
{

using namespace provider_json;

constexpr std::chrono::hours approval_waited_for{3}; ///< an order nobody approved is no more

base::Cents cents_in(const json::object& object)
{
    const auto read = base::read_decimal(text_in(child(object, "amount"), "value"), 2);
    return read.fault ? base::Cents{} : cents(read.scaled);
}

/// What went back to the client, or is on its way.
base::Cents refunded_in(const json::object& payments)
{
    base::Cents sum;
    for (const auto& one : list(payments, "refunds")) {
        if (!one.is_object()) continue;
        const auto status = text_in(one.as_object(), "status");
        if (status == "COMPLETED" || status == "PENDING") sum += cents_in(one.as_object());
    }
    return sum;
}

CheckoutState state_of(std::string_view order, std::string_view capture)
{
    if (order == "VOIDED") return CheckoutState::expired;
    if (capture.empty()) return CheckoutState::open;
    if (capture == "PENDING") return CheckoutState::pending;
    const bool has_failed = capture == "DECLINED" || capture == "FAILED";
    return has_failed ? CheckoutState::failed : CheckoutState::paid;
}

std::string capture_in(const json::object& event, const json::object& resource)
{
    const auto kind = text_in(event, "event_type");
    return kind.starts_with("PAYMENT.CAPTURE.") ? text_in(resource, "id") : std::string{};
}

} // namespace

std::optional<Hint> read_paypal_event(std::string_view body)
{
    const auto event = object_in(body);
    const auto& resource = child(event, "resource");
    Hint hint{.event = text_in(event, "id"),
              .kind = text_in(event, "event_type"),
              .at = moment_in(event, "create_time"),
              .tracking = text_in(resource, "custom_id"),
              .reference = {},
              .payment = capture_in(event, resource)};
    if (hint.event.empty() || hint.kind.empty()) return {};
    if (hint.kind.starts_with("CHECKOUT.ORDER.")) {
        hint.reference = text_in(resource, "id");
        hint.tracking = text_in(first(resource, "purchase_units"), "custom_id");
    }
    return hint;
}

namespace paypal_json
{

std::string token(std::string_view body)
{
    return text_in(object_in(body), "access_token");
}

std::optional<OpenedCheckout> opened_checkout(std::string_view body)
{
    const auto order = object_in(body);
    OpenedCheckout opened{.reference = text_in(order, "id"),
                          .address = {},
                          .ends_at = base::real_now() + approval_waited_for};
    for (const auto& link : list(order, "links"))
        if (link.is_object() && text_in(link.as_object(), "rel") == "payer-action")
            opened.address = text_in(link.as_object(), "href");
    if (opened.reference.empty() || opened.address.empty()) return {};
    return opened;
}

bool is_approved(std::string_view body)
{
    return text_in(object_in(body), "status") == "APPROVED";
}

Standing standing(std::string_view body)
{
    const auto order = object_in(body);
    const auto& unit = first(order, "purchase_units");
    const auto& payments = child(unit, "payments");
    const auto& capture = first(payments, "captures");
    Standing standing{.state = state_of(text_in(order, "status"), text_in(capture, "status")),
                      .cause = {},
                      .taken = {},
                      .payment = text_in(capture, "id")};
    if (standing.state == CheckoutState::failed) standing.cause = text_in(capture, "status");
    const bool is_paid = standing.state == CheckoutState::paid;
    if (standing.payment.empty() || (!is_paid && standing.state != CheckoutState::failed))
        return standing;
    standing.taken = Taken{.reference = standing.payment,
                           .tracking = text_in(unit, "custom_id"),
                           .amount = is_paid ? cents_in(capture) : base::Cents{},
                           .refunded = is_paid ? refunded_in(payments) : base::Cents{},
                           .at = moment_in(capture, "create_time"),
                           .currency = text_in(child(capture, "amount"), "currency_code")};
    return standing;
}

bool is_verified(std::string_view body)
{
    return text_in(object_in(body), "verification_status") == "SUCCESS";
}

std::string error_words(std::string_view body)
{
    const auto answer = object_in(body);
    const auto detail = text_in(first(answer, "details"), "description");
    if (!detail.empty()) return detail;
    const auto words = text_in(answer, "message");
    return words.empty() ? text_in(answer, "error_description") : words;
}

} // namespace paypal_json

} // namespace payments
