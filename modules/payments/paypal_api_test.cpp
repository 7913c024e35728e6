#include "kernel/http/client.hpp"
#include "modules/payments/hint.hpp"
#include "modules/payments/payments.hpp"
#include "modules/payments/paypal_proof.hpp"
#include "modules/payments/provider.hpp"
#include "tests/support/simulated_paypal.hpp"

#include <doctest.h>

using namespace payments;
using test_support::SimulatedPaypal;

namespace
{

const std::string good_key = std::string{SimulatedPaypal::client} + ":" + SimulatedPaypal::key;

std::unique_ptr<Provider> speaker(const SimulatedPaypal& judge, const std::string& key = good_key)
{
    use_providers({.vault = nullptr,
                   .stripe_address = {},
                   .paypal_address = judge.address(),
                   .reach = ProviderReach::loopback_too});
    return provider_of(paypal, {.key = key, .mode = Mode::test});
}

NewCheckout a_checkout()
{
    return {.tracking = "42",
            .amount = {60'050},
            .title = "Facture FACT-2026-0001",
            .number = "FACT-2026-0001",
            .back = "https://charpentes.example/p/charpentes/factures/1/reglement/retour",
            .cancel = "https://charpentes.example/p/charpentes/factures/1"};
}

Followed followed(const std::string& reference)
{
    return {.tracking = "42",
            .reference = reference,
            .amount = {60'050},
            .title = "Facture FACT-2026-0001"};
}

int post(const SimulatedPaypal& judge, const std::string& body)
{
    return http::send({.method = "POST",
                       .address = judge.address() + "/v2/checkout/orders",
                       .headers = {{"Content-Type", "application/json"},
                                   {"Authorization", "Bearer jeton"}},
                       .body = body,
                       .reach = http::Reach::loopback_too})
        .status;
}

} // namespace

TEST_CASE("the simulated PayPal refuses wrong keys and what breaks the official description")
{ // INV-045, the canary
    SimulatedPaypal judge;
    const auto refused = speaker(judge, "AcheteurEssai:faux")->try_key();
    REQUIRE(refused);
    CHECK(refused->trouble == Trouble::bad_credentials);
    CHECK(post(judge, R"({"intent":"CAPTURE"})") == 422);
    CHECK(post(judge, R"({"intent":"TAKE","purchase_units":[]})") == 422);
    const auto unit = [](const std::string& amount) {
        return R"({"intent":"CAPTURE","purchase_units":[{"custom_id":"42","amount":)" + amount +
               "}]}";
    };
    CHECK(post(judge, unit(R"({"currency_code":"EUR","value":600})")) == 422);
    CHECK(post(judge, unit(R"({"currency_code":"EURO","value":"600.00"})")) == 422);
    CHECK(post(judge, unit(R"({"currency_code":"EUR","value":"600,00"})")) == 422);
    CHECK(judge.complaints.size() == 5);
    CHECK(judge.orders.empty());
}

TEST_CASE("an order asks PayPal for exactly the amount, and is captured once") // INV-045
{
    SimulatedPaypal judge;
    const auto provider = speaker(judge);
    CHECK_FALSE(provider->try_key());
    judge.lost_answers = 1;
    CHECK(std::get<Failure>(provider->open(a_checkout())).trouble == Trouble::later);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    CHECK(judge.orders.size() == 1);
    CHECK(judge.orders.at(opened.reference).value == "600.50");
    CHECK(opened.address == judge.address() + "/approve/" + opened.reference);
    CHECK(std::get<Standing>(provider->follow(followed(opened.reference))).state ==
          CheckoutState::open);
    judge.approve(opened.reference);
    judge.lost_answers = 2; // of the question, then of the capture
    CHECK(std::get<Failure>(provider->follow(followed(opened.reference))).code == 500);
    CHECK(std::get<Failure>(provider->follow(followed(opened.reference))).code == 500);
    const auto standing = std::get<Standing>(provider->follow(followed(opened.reference)));
    CHECK(judge.captures_made == 1);
    CHECK(standing.state == CheckoutState::paid);
    CHECK(standing.taken->amount == base::Cents{60'050});
    CHECK(standing.taken->tracking == "42");
    const NewRefund refund{
        .reference = standing.payment, .amount = {10'000}, .reason = "Geste", .once = "refund-1"};
    judge.lost_answers = 1;
    CHECK(provider->refund(refund)->trouble == Trouble::later);
    CHECK_FALSE(provider->refund(refund));
    CHECK(std::get<Standing>(provider->follow(followed(opened.reference))).taken->refunded ==
          base::Cents{10'000});
    judge.fail_refund(opened.reference);
    CHECK(std::get<Standing>(provider->follow(followed(opened.reference))).taken->refunded ==
          base::Cents{});
    CHECK(judge.complaints.empty());
}

TEST_CASE("who said yes and paid otherwise, or is declined, is taken nothing") // INV-045
{
    SimulatedPaypal judge;
    const auto provider = speaker(judge);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    judge.approve(opened.reference);
    auto look = followed(opened.reference);
    look.wish = Wish::look;
    CHECK(std::get<Standing>(provider->follow(look)).state == CheckoutState::expired);
    CHECK(judge.captures_made == 0);
    judge.next_capture = "DECLINED";
    const auto declined = std::get<Standing>(provider->follow(followed(opened.reference)));
    CHECK(declined.state == CheckoutState::failed);
    CHECK(declined.taken->amount == base::Cents{});
    CHECK(std::get<Standing>(provider->follow(followed("O9"))).state == CheckoutState::expired);
}

TEST_CASE("PayPal is asked whether it signed, over the very bytes that came") // INV-045
{
    SimulatedPaypal judge;
    speaker(judge);
    const auto body = judge.event("CHECKOUT.ORDER.APPROVED", {{"id", "O1"}});
    const Access access{.key = good_key, .mode = Mode::test};
    PaypalProof proof{.algorithm = "SHA256withRSA",
                      .certificate = "https://api.paypal.com/cert.pem",
                      .id = "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
                      .signature = SimulatedPaypal::proof,
                      .time = "2026-01-15T10:00:00Z"};
    const auto* const webhook = SimulatedPaypal::webhook;
    CHECK(std::get<bool>(is_signed_by_paypal(access, proof, webhook, body)));
    CHECK_FALSE(std::get<bool>(is_signed_by_paypal(access, proof, "AUTRE", body)));
    proof.signature = "autre-signature";
    CHECK_FALSE(std::get<bool>(is_signed_by_paypal(access, proof, webhook, body)));
    judge.down_for = 1;
    CHECK(std::get<Failure>(is_signed_by_paypal(access, proof, webhook, body)).trouble ==
          Trouble::later);
    for (const auto* odd : {"", "{", "[]", "null", R"({"id":1,"event_type":[]})"})
        CHECK_FALSE(read_paypal_event(odd));
    CHECK(read_paypal_event(R"({"id":"WH-1","event_type":"BILLING.PLAN.CREATED"})")
              ->tracking.empty());
}
