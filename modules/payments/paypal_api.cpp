#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/payments/options.hpp"
#include "modules/payments/paypal_json.hpp"
#include "modules/payments/paypal_proof.hpp"
#include "modules/payments/provider_api.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace payments
{
namespace
{

namespace json = boost::json;

constexpr const char* live_address = "https://api-m.paypal.com";
constexpr const char* test_address = "https://api-m.sandbox.paypal.com";
constexpr int not_found = 404;
constexpr std::size_t title_max = 127; ///< characters that PayPal takes

Failure failed(const http::ClientAnswer& answer)
{
    return failure_of(answer, paypal_json::error_words(answer.body));
}

bool is_success(const http::ClientAnswer& answer)
{
    return answer.status == 200 || answer.status == 201;
}

json::object money(base::Cents amount, base::Currency currency)
{
    return {{"currency_code", base::currency_code(currency)},
            {"value", base::plain_amount(amount)}};
}

/// Orders that are captured once the client said yes; `Access::key` is « client:secret ».
class Paypal final : public Provider
{
  public:
    explicit Paypal(Access access) : access_(std::move(access)) {}

    std::optional<Failure> try_key() override { return sign_in(); }

    std::variant<OpenedCheckout, Failure> open(const NewCheckout& checkout) override
    {
        const auto answer =
            post("/v2/checkout/orders", order_of(checkout), "order-" + checkout.tracking);
        if (!is_success(answer)) return failed(answer);
        auto opened = paypal_json::opened_checkout(answer.body);
        if (!opened) return unreadable(answer);
        return std::move(*opened);
    }

    /// An order is taken only when it is asked for, which nobody does any more.
    std::optional<Failure> close(std::string_view /*checkout*/) override { return {}; }

    std::optional<Failure> refund(const NewRefund& refund) override
    {
        const auto answer = post("/v2/payments/captures/" + segment(refund.reference) + "/refund",
                                 {{"amount", money(refund.amount, refund.currency)}}, refund.once);
        if (!is_success(answer)) return failed(answer);
        return {};
    }

    std::variant<Standing, Failure> follow(const Followed& checkout) override
    {
        const auto path = "/v2/checkout/orders/" + segment(checkout.reference);
        auto order = send("GET", path, {}, {});
        Standing gone;
        gone.state = CheckoutState::expired;
        if (order.status == not_found) return gone;
        if (!is_success(order)) return failed(order);
        if (!paypal_json::is_approved(order.body)) return standing_of(order.body);
        if (checkout.wish == Wish::look) return gone;
        const auto taken = post(path + "/capture", {}, "capture-" + checkout.tracking);
        if (!is_success(taken)) return failed(taken);
        order = send("GET", path, {}, {});
        if (!is_success(order)) return failed(order);
        return standing_of(order.body);
    }

    std::variant<bool, Failure> verify(const std::string& body)
    {
        const auto answer = send("POST", "/v1/notifications/verify-webhook-signature", body, {});
        if (answer.status != 200) return failed(answer);
        return paypal_json::is_verified(answer.body);
    }

  private:
    static json::object order_of(const NewCheckout& checkout)
    {
        const json::object page{{"return_url", checkout.back},
                                {"cancel_url", checkout.cancel},
                                {"user_action", "PAY_NOW"},
                                {"shipping_preference", "NO_SHIPPING"},
                                {"locale", "fr-FR"}};
        const json::object unit{{"custom_id", checkout.tracking},
                                {"description", base::shorten(checkout.title, title_max)},
                                {"amount", money(checkout.amount, checkout.currency)}};
        return {{"intent", "CAPTURE"},
                {"purchase_units", json::array{unit}},
                {"payment_source", {{"paypal", {{"experience_context", page}}}}}};
    }
    static Standing standing_of(std::string_view order)
    {
        auto standing = paypal_json::standing(order);
        if (!standing.cause.empty()) standing.cause = i18n::t("payments.paypal.declined");
        return standing;
    }

    /// Nothing: there is a token.
    std::optional<Failure> sign_in()
    {
        if (!token_.empty()) return {};
        auto question = question_of("POST", "/v1/oauth2/token");
        question.headers.emplace_back("Authorization", "Basic " + base::base64(access_.key));
        question.type = "application/x-www-form-urlencoded";
        question.body = "grant_type=client_credentials";
        const auto answer = payments::ask(std::move(question));
        if (answer.status != 200) return failed(answer);
        token_ = paypal_json::token(answer.body);
        if (token_.empty()) return unreadable(answer);
        return {};
    }
    http::ClientAnswer post(const std::string& path, const json::object& body,
                            const std::string& once)
    {
        return send("POST", path, json::serialize(body), once);
    }
    http::ClientAnswer send(const char* method, const std::string& path, std::string body,
                            const std::string& once)
    {
        if (const auto failure = sign_in()) {
            http::ClientAnswer none;
            none.status = failure->code;
            none.failure = failure->words;
            return none;
        }
        auto question = question_of(method, path);
        question.headers.emplace_back("Authorization", "Bearer " + token_);
        if (!once.empty()) question.headers.emplace_back("PayPal-Request-Id", once);
        if (question.method == "POST") question.type = "application/json";
        question.body = std::move(body);
        return payments::ask(std::move(question));
    }
    Question question_of(const char* method, const std::string& path) const
    {
        const auto& own = options().paypal_address;
        const auto* const at = access_.mode == Mode::live ? live_address : test_address;
        return {.method = method, .address = (own.empty() ? at : own) + path};
    }

    Access access_;
    std::string token_;
};

} // namespace

std::variant<bool, Failure> is_signed_by_paypal(const Access& access, const PaypalProof& proof,
                                                std::string_view webhook, std::string_view body)
{
    const json::object beside{
        {"auth_algo", proof.algorithm},    {"cert_url", proof.certificate},
        {"transmission_id", proof.id},     {"transmission_sig", proof.signature},
        {"transmission_time", proof.time}, {"webhook_id", webhook}};
    auto question = json::serialize(beside);
    // As it came: what is written anew is not what was signed.
    question.pop_back();
    question += ",\"webhook_event\":" + std::string{body} + "}";
    return Paypal{access}.verify(question);
}

std::unique_ptr<Provider> make_paypal(Access access)
{
    return std::make_unique<Paypal>(std::move(access));
}

} // namespace payments
