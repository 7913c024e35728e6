#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/http/message.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/payments/options.hpp"
#include "modules/payments/provider_api.hpp"
#include "modules/payments/stripe_json.hpp"

namespace payments
{
namespace
{

constexpr const char* own_address = "https://api.stripe.com";
/// Of the description that tests hold every request against.
constexpr const char* version = "2023-08-16";

Failure failed(const http::ClientAnswer& answer)
{
    return failure_of(answer, stripe_json::error_words(answer.body));
}

class Stripe final : public Provider
{
  public:
    explicit Stripe(Access access) : access_(std::move(access)) {}

    /// Reads what checkouts need to write: a restricted key without that right says so.
    std::optional<Failure> try_key() override
    {
        const auto answer = get("/v1/checkout/sessions?limit=1");
        if (answer.status != 200) return failed(answer);
        return {};
    }

    std::variant<OpenedCheckout, Failure> open(const NewCheckout& checkout) override
    {
        const auto answer =
            post("/v1/checkout/sessions", fields_of(checkout), "checkout-" + checkout.tracking);
        if (answer.status != 200) return failed(answer);
        auto opened = stripe_json::opened_checkout(answer.body);
        if (!opened) return unreadable(answer);
        return std::move(*opened);
    }

    std::optional<Failure> close(std::string_view checkout) override
    {
        const auto answer = post("/v1/checkout/sessions/" + segment(checkout) + "/expire", {}, {});
        if (answer.status != 200) return failed(answer);
        return {};
    }

    std::optional<Failure> refund(const NewRefund& refund) override
    {
        http::Fields fields;
        fields.add("payment_intent", refund.reference);
        fields.add("amount", std::to_string(refund.amount.value));
        fields.add("reason", "requested_by_customer");
        fields.add("metadata[reason]", base::shorten(refund.reason, provider_words_max));
        const auto answer = post("/v1/refunds", fields, refund.once);
        if (answer.status != 200) return failed(answer);
        return {};
    }

    std::variant<Standing, Failure> follow(const Followed& checkout) override
    {
        const auto session = get("/v1/checkout/sessions/" + segment(checkout.reference));
        if (session.status != 200) return failed(session);
        auto standing = stripe_json::standing(session.body);
        const auto payment = stripe_json::payment(session.body);
        if (payment.empty()) return standing;
        const auto intent = get("/v1/payment_intents/" + segment(payment));
        if (intent.status != 200) return failed(intent);
        const auto id = stripe_json::latest_charge(intent.body);
        if (id.empty()) return standing;
        const auto charge = get("/v1/charges/" + segment(id));
        if (charge.status != 200) return failed(charge);
        standing.taken = stripe_json::taken(charge.body);
        return standing;
    }

  private:
    http::Fields fields_of(const NewCheckout& checkout) const
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
        if (access_.keeps_copies) add_copy(fields, checkout);
        return fields;
    }

    /// Stripe writes an invoice of its own once it is paid; it says which one is the legal one.
    static void add_copy(http::Fields& fields, const NewCheckout& checkout)
    {
        fields.add("invoice_creation[enabled]", "true");
        fields.add("invoice_creation[invoice_data][description]", checkout.title);
        fields.add("invoice_creation[invoice_data][footer]",
                   i18n::t("payments.stripe.copy_footer", {{"number", checkout.number}}));
        fields.add("invoice_creation[invoice_data][metadata][number]", checkout.number);
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
        const auto& own = options().stripe_address;
        Question question{
            .method = method,
            .address = (own.empty() ? own_address : own) + path,
            .headers = {{"Authorization", "Bearer " + access_.key}, {"Stripe-Version", version}},
            .type = {},
            .body = std::move(body)};
        if (question.method == "POST") question.type = "application/x-www-form-urlencoded";
        if (!once.empty()) question.headers.emplace_back("Idempotency-Key", once);
        return payments::ask(std::move(question));
    }

    Access access_;
};

} // namespace

std::unique_ptr<Provider> make_stripe(Access access)
{
    return std::make_unique<Stripe>(std::move(access));
}

} // namespace payments
