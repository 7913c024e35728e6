#include "modules/payments/gocardless_json.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/hmac.hpp"
#include "modules/payments/provider_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace payments
{
namespace
{

using namespace provider_json;

/// Amounts are texts of whole cents.
base::Cents cents_in(const json::object& object, std::string_view name)
{
    const auto text = text_in(object, name);
    std::int64_t value = number_in(object, name);
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (!text.empty() && (read.ec != std::errc{} || read.ptr != end)) return {};
    return cents(value);
}

CheckoutState state_of(std::string_view status)
{
    if (status == "confirmed" || status == "paid_out") return CheckoutState::paid;
    const bool has_failed = status == "failed" || status == "cancelled" ||
                            status == "customer_approval_denied" || status == "charged_back";
    return has_failed ? CheckoutState::failed : CheckoutState::pending;
}

base::Instant charged_at(const std::optional<base::Date>& day)
{
    return day ? base::Instant{} + (day->day.time_since_epoch() + std::chrono::hours{12})
               : base::real_now();
}

/// After any of these no money may be taken by it.
bool is_end(std::string_view action)
{
    constexpr std::array<std::string_view, 6> ends{
        "cancelled", "failed", "expired", "blocked", "suspended_by_payer", "replaced"};
    return std::ranges::find(ends, action) != ends.end();
}

Hint hint_of(const json::object& event)
{
    const auto& links = child(event, "links");
    const auto type = text_in(event, "resource_type");
    const auto action = text_in(event, "action");
    Hint hint{.event = text_in(event, "id"),
              .kind = type + "." + action,
              .at = moment_in(event, "created_at"),
              .tracking = text_in(child(event, "resource_metadata"), "checkout"),
              .reference = text_in(links, "billing_request"),
              .payment = text_in(links, "payment")};
    if (type == "mandates" && is_end(action)) hint.mandate = text_in(links, "mandate");
    return hint;
}

} // namespace

bool is_signed_by_gocardless(std::string_view header, std::string_view body,
                             std::string_view secret)
{
    if (secret.empty()) return false;
    const auto expected = base::hex(secrets::hmac_sha256(secret, body));
    return base::equal_in_constant_time(expected, header);
}

std::optional<std::vector<Hint>> read_gocardless_events(std::string_view body)
{
    const auto message = object_in(body);
    const auto* const events = message.if_contains("events");
    if (events == nullptr || !events->is_array()) return {};
    if (events->as_array().size() > hints_max) return {};
    std::vector<Hint> hints;
    for (const auto& event : events->as_array()) {
        if (!event.is_object()) continue;
        auto hint = hint_of(event.as_object());
        if (!hint.event.empty()) hints.push_back(std::move(hint));
    }
    return hints;
}

namespace gocardless_json
{

std::string id_of(std::string_view body, std::string_view name)
{
    const auto answer = object_in(body);
    return text_in(child(answer, name), "id");
}

std::string conflicting_id(std::string_view body)
{
    const auto answer = object_in(body);
    const auto& error = first(child(answer, "error"), "errors");
    return text_in(child(error, "links"), "conflicting_resource_id");
}

std::optional<OpenedCheckout> opened_checkout(std::string_view body, std::string reference)
{
    const auto answer = object_in(body);
    const auto& flow = child(answer, "billing_request_flows");
    OpenedCheckout opened{.reference = std::move(reference),
                          .address = text_in(flow, "authorisation_url"),
                          .ends_at = moment_in(flow, "expires_at")};
    if (opened.reference.empty() || opened.address.empty()) return {};
    return opened;
}

SignedRequest request(std::string_view body)
{
    const auto answer = object_in(body);
    const auto& request = child(answer, "billing_requests");
    return {.status = text_in(request, "status"),
            .mandate = text_in(child(request, "links"), "mandate_request_mandate")};
}

std::optional<Standing> standing(std::string_view body)
{
    const auto answer = object_in(body);
    const auto& payment = child(answer, "payments");
    const auto status = text_in(payment, "status");
    Standing standing{.state = state_of(status), .cause = {}, .taken = {}};
    standing.payment = text_in(payment, "id");
    standing.charge_on = base::Date::parse(text_in(payment, "charge_date"));
    standing.mandate = text_in(child(payment, "links"), "mandate");
    if (status.empty() || standing.payment.empty()) return {};
    if (standing.state == CheckoutState::pending) return standing;
    const bool is_paid = standing.state == CheckoutState::paid;
    standing.taken =
        Taken{.reference = standing.payment,
              .tracking = text_in(child(payment, "metadata"), "checkout"),
              .amount = is_paid ? cents_in(payment, "amount") : base::Cents{},
              .refunded = is_paid ? cents_in(payment, "amount_refunded") : base::Cents{},
              .at = charged_at(standing.charge_on),
              .currency = text_in(payment, "currency")};
    if (!is_paid) standing.cause = status;
    return standing;
}

std::string error_words(std::string_view body)
{
    const auto answer = object_in(body);
    const auto& error = child(answer, "error");
    const auto& detail = first(error, "errors");
    const auto field = text_in(detail, "field");
    const auto words = text_in(detail, "message");
    if (words.empty()) return text_in(error, "message");
    return field.empty() ? words : field + " " + words;
}

} // namespace gocardless_json

} // namespace payments
