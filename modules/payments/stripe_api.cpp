#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/http/client.hpp"
#include "kernel/http/message.hpp"
#include "modules/payments/options.hpp"
#include "modules/payments/provider.hpp"
#include "modules/payments/stripe_json.hpp"

#include <stdexcept>

namespace payments
{
namespace
{

constexpr const char* own_address = "https://api.stripe.com";
/// Of the description that tests hold every request against.
constexpr const char* version = "2023-08-16";
constexpr std::chrono::seconds answer_waited_for{15};
constexpr std::size_t answer_bytes_max = 500'000;
constexpr std::size_t words_max = 300;
constexpr int least_server_error = 500;

Trouble trouble_of(int status)
{
    if (status == 401 || status == 403) return Trouble::bad_credentials;
    // 409: the same request is still being worked on.
    if (status == 0 || status == 409 || status == 429 || status >= least_server_error)
        return Trouble::later;
    return Trouble::refused;
}

Failure failure_of(const http::ClientAnswer& answer)
{
    auto words = stripe_json::error_words(answer.body);
    if (words.empty()) words = answer.failure;
    return {.trouble = trouble_of(answer.status),
            .code = answer.status,
            .words = base::shorten(words, words_max)};
}

Failure unreadable(const http::ClientAnswer& answer)
{
    return {.trouble = Trouble::refused, .code = answer.status, .words = "unreadable answer"};
}

/// Ids come from Stripe, and go into paths: nothing else does.
std::string segment(std::string_view id)
{
    return http::encode_component(id);
}

class Stripe final : public Provider
{
  public:
    explicit Stripe(std::string key) : key_(std::move(key)) {}

    /// Reads what checkouts need to write: a restricted key without that right says so.
    std::optional<Failure> try_key() override
    {
        const auto answer = get("/v1/checkout/sessions?limit=1");
        if (answer.status != 200) return failure_of(answer);
        return {};
    }

    std::variant<OpenedCheckout, Failure> open(const NewCheckout& checkout) override
    {
        const auto answer =
            post("/v1/checkout/sessions", fields_of(checkout), "checkout-" + checkout.tracking);
        if (answer.status != 200) return failure_of(answer);
        auto opened = stripe_json::opened_checkout(answer.body);
        if (!opened) return unreadable(answer);
        return std::move(*opened);
    }

    std::optional<Failure> close(std::string_view checkout) override
    {
        const auto answer = post("/v1/checkout/sessions/" + segment(checkout) + "/expire", {}, {});
        if (answer.status != 200) return failure_of(answer);
        return {};
    }

    std::optional<Failure> refund(const NewRefund& refund) override
    {
        http::Fields fields;
        fields.add("payment_intent", refund.reference);
        fields.add("amount", std::to_string(refund.amount.value));
        fields.add("reason", "requested_by_customer");
        fields.add("metadata[reason]", base::shorten(refund.reason, words_max));
        const auto answer = post("/v1/refunds", fields, refund.once);
        if (answer.status != 200) return failure_of(answer);
        return {};
    }

    std::variant<Taken, Failure> taken(std::string_view payment) override
    {
        const auto intent = get("/v1/payment_intents/" + segment(payment));
        if (intent.status != 200) return failure_of(intent);
        const auto id = stripe_json::latest_charge(intent.body);
        if (id.empty()) return unreadable(intent);
        const auto charge = get("/v1/charges/" + segment(id));
        if (charge.status != 200) return failure_of(charge);
        auto taken = stripe_json::taken(charge.body);
        if (!taken) return unreadable(charge);
        return std::move(*taken);
    }

  private:
    static http::Fields fields_of(const NewCheckout& checkout)
    {
        const auto currency = base::lower_ascii(base::currency_code(checkout.currency));
        http::Fields fields;
        fields.add("mode", "payment");
        fields.add("submit_type", "pay");
        fields.add("locale", "fr");
        fields.add("success_url", checkout.back);
        fields.add("cancel_url", checkout.cancel);
        fields.add("client_reference_id", checkout.number);
        fields.add("line_items[0][quantity]", "1");
        fields.add("line_items[0][price_data][currency]", currency);
        fields.add("line_items[0][price_data][unit_amount]", std::to_string(checkout.amount.value));
        fields.add("line_items[0][price_data][product_data][name]", checkout.title);
        fields.add("metadata[checkout]", checkout.tracking);
        fields.add("payment_intent_data[metadata][checkout]", checkout.tracking);
        fields.add("payment_intent_data[description]", checkout.title);
        return fields;
    }

    http::ClientAnswer get(const std::string& path) { return ask("GET", path, {}, {}); }
    http::ClientAnswer post(const std::string& path, const http::Fields& fields,
                            const std::string& once)
    {
        return ask("POST", path, http::encode_urlencoded(fields), once);
    }
    http::ClientAnswer ask(const char* method, const std::string& path, std::string body,
                           const std::string& once)
    {
        const auto& used = options();
        http::ClientRequest request{
            .method = method,
            .address = (used.stripe_address.empty() ? own_address : used.stripe_address) + path,
            .headers = {{"Authorization", "Bearer " + key_}, {"Stripe-Version", version}},
            .body = std::move(body),
            .reach = used.reach == ProviderReach::loopback_too ? http::Reach::loopback_too
                                                               : http::Reach::https_only,
            .time_max = answer_waited_for,
            .answer_bytes_max = answer_bytes_max};
        if (request.method == "POST")
            request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        if (!once.empty()) request.headers.emplace_back("Idempotency-Key", once);
        return http::send(request);
    }

    std::string key_;
};

} // namespace

std::unique_ptr<Provider> provider_of(std::string_view name, std::string key)
{
    if (name == stripe) return std::make_unique<Stripe>(std::move(key));
    throw std::logic_error{"no such payment provider"};
}

} // namespace payments
