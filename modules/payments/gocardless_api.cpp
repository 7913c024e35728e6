#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/payments/gocardless_json.hpp"
#include "modules/payments/options.hpp"
#include "modules/payments/provider_api.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace payments
{
namespace
{

namespace json = boost::json;

constexpr const char* live_address = "https://api.gocardless.com";
constexpr const char* test_address = "https://api-sandbox.gocardless.com";
constexpr const char* version = "2015-07-06";
constexpr int conflict = 409; ///< made before, with the same idempotency key

Failure failed(const http::ClientAnswer& answer)
{
    return failure_of(answer, gocardless_json::error_words(answer.body));
}

bool is_success(const http::ClientAnswer& answer)
{
    return answer.status == 200 || answer.status == 201;
}

/// A debit of a bank account: of one client once he signed a mandate on its pages. Nothing of the
/// account comes here.
class Gocardless final : public Provider
{
  public:
    explicit Gocardless(Access access) : access_(std::move(access)) {}

    std::optional<Failure> try_key() override
    {
        const auto answer = get("/creditors?limit=1");
        if (answer.status != 200) return failed(answer);
        return {};
    }

    std::variant<OpenedCheckout, Failure> open(const NewCheckout& checkout) override
    {
        if (!checkout.mandate.empty()) return debit_of(checkout);
        const auto made = create("/billing_requests", "billing_requests", request_of(checkout),
                                 "request-" + checkout.tracking);
        if (const auto* failure = std::get_if<Failure>(&made)) return *failure;
        const auto& request = std::get<std::string>(made);
        const auto answer = post("/billing_request_flows", "billing_request_flows",
                                 {{"redirect_uri", checkout.back},
                                  {"exit_uri", checkout.cancel},
                                  {"language", "fr"},
                                  {"links", {{"billing_request", request}}}},
                                 {});
        if (!is_success(answer)) return failed(answer);
        auto opened = gocardless_json::opened_checkout(answer.body, request);
        if (!opened) return unreadable(answer);
        return std::move(*opened);
    }

    std::optional<Failure> close(std::string_view checkout) override
    {
        const auto answer =
            post("/billing_requests/" + segment(checkout) + "/actions/cancel", "data", {}, {});
        if (!is_success(answer)) return failed(answer);
        return {};
    }

    std::optional<Failure> refund(const NewRefund& refund) override
    {
        const auto total = refund.refunded.value + refund.amount.value;
        const auto made = create("/refunds", "refunds",
                                 {{"amount", std::to_string(refund.amount.value)},
                                  {"total_amount_confirmation", std::to_string(total)},
                                  {"links", {{"payment", refund.reference}}}},
                                 refund.once);
        if (const auto* failure = std::get_if<Failure>(&made)) return *failure;
        return {};
    }

    std::variant<Standing, Failure> follow(const Followed& checkout) override
    {
        if (!checkout.payment.empty()) return standing_of(checkout.payment);
        const auto answer = get("/billing_requests/" + segment(checkout.reference));
        if (answer.status != 200) return failed(answer);
        const auto request = gocardless_json::request(answer.body);
        Standing standing;
        standing.mandate = request.mandate;
        if (request.status == "cancelled") standing.state = CheckoutState::expired;
        if (request.status != "fulfilled" || request.mandate.empty()) return standing;
        if (checkout.wish == Wish::look) {
            standing.state = CheckoutState::expired;
            return standing;
        }
        return collected(checkout, request.mandate);
    }

  private:
    static json::object request_of(const NewCheckout& checkout)
    {
        return {{"mandate_request",
                 {{"currency", base::currency_code(checkout.currency)}, {"scheme", "sepa_core"}}},
                {"metadata", {{"checkout", checkout.tracking}}}};
    }
    std::variant<OpenedCheckout, Failure> debit_of(const NewCheckout& checkout)
    {
        const auto answer = collected({.tracking = checkout.tracking,
                                       .reference = {},
                                       .amount = checkout.amount,
                                       .currency = checkout.currency,
                                       .title = checkout.title},
                                      checkout.mandate);
        if (const auto* failure = std::get_if<Failure>(&answer)) return *failure;
        const auto& standing = std::get<Standing>(answer);
        return OpenedCheckout{.reference = standing.payment,
                              .address = {},
                              .ends_at = base::real_now(),
                              .payment = standing.payment};
    }
    /// Asks the bank of the client, once however often it is sent.
    std::variant<Standing, Failure> collected(const Followed& checkout, const std::string& mandate)
    {
        const auto made = create("/payments", "payments",
                                 {{"amount", std::to_string(checkout.amount.value)},
                                  {"currency", base::currency_code(checkout.currency)},
                                  {"description", checkout.title},
                                  {"metadata", {{"checkout", checkout.tracking}}},
                                  {"links", {{"mandate", mandate}}}},
                                 "payment-" + checkout.tracking);
        if (const auto* failure = std::get_if<Failure>(&made)) {
            if (failure->trouble != Trouble::refused) return *failure;
            Standing refused;
            refused.state = CheckoutState::failed;
            refused.cause = failure->words;
            return refused;
        }
        return standing_of(std::get<std::string>(made));
    }
    std::variant<Standing, Failure> standing_of(const std::string& payment)
    {
        const auto answer = get("/payments/" + segment(payment));
        if (answer.status != 200) return failed(answer);
        auto standing = gocardless_json::standing(answer.body);
        if (!standing) return unreadable(answer);
        if (!standing->cause.empty())
            standing->cause = i18n::t("payments.debit.cause." + standing->cause);
        return std::move(*standing);
    }

    /// The id of what was made, now or before with the same key.
    std::variant<std::string, Failure> create(const std::string& path, const char* name,
                                              json::object body, const std::string& once)
    {
        const auto answer = post(path, name, std::move(body), once);
        auto id = answer.status == conflict ? gocardless_json::conflicting_id(answer.body)
                                            : std::string{};
        if (is_success(answer)) id = gocardless_json::id_of(answer.body, name);
        if (!id.empty()) return id;
        if (is_success(answer)) return unreadable(answer);
        return failed(answer);
    }
    http::ClientAnswer get(const std::string& path)
    {
        return payments::ask(question_of("GET", path));
    }
    http::ClientAnswer post(const std::string& path, const char* name, json::object body,
                            const std::string& once)
    {
        auto question = question_of("POST", path);
        question.type = "application/json";
        question.body = json::serialize(json::object{{name, std::move(body)}});
        if (!once.empty()) question.headers.emplace_back("Idempotency-Key", once);
        return payments::ask(std::move(question));
    }
    Question question_of(const char* method, const std::string& path) const
    {
        const auto& own = options().gocardless_address;
        const auto* const at = access_.mode == Mode::live ? live_address : test_address;
        return {.method = method,
                .address = (own.empty() ? at : own) + path,
                .headers = {{"Authorization", "Bearer " + access_.key},
                            {"GoCardless-Version", version}}};
    }

    Access access_;
};

} // namespace

std::unique_ptr<Provider> make_gocardless(Access access)
{
    return std::make_unique<Gocardless>(std::move(access));
}

} // namespace payments
