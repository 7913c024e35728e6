#include "kernel/http/client.hpp"
#include "modules/payments/payments.hpp"
#include "modules/payments/provider.hpp"
#include "tests/support/simulated_stripe.hpp"

#include <doctest.h>

using namespace payments;
using test_support::SimulatedStripe;

namespace
{

std::unique_ptr<Provider> speaker(const SimulatedStripe& stripe_,
                                  const std::string& key = SimulatedStripe::key)
{
    use_providers({.vault = nullptr,
                   .stripe_address = stripe_.address(),
                   .reach = ProviderReach::loopback_too});
    return provider_of(stripe, {.key = key, .mode = Mode::test});
}

NewCheckout a_checkout(std::int64_t amount = 60'000)
{
    return {.tracking = "42",
            .amount = {amount},
            .title = "Facture FACT-2026-0001",
            .number = "FACT-2026-0001",
            .back = "https://charpentes.example/p/charpentes/factures/1/reglement/retour",
            .cancel = "https://charpentes.example/p/charpentes/factures/1"};
}

int post(const SimulatedStripe& stripe_, const std::string& body)
{
    return http::send(
               {.method = "POST",
                .address = stripe_.address() + "/v1/checkout/sessions",
                .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                            {"Authorization", std::string{"Bearer "} + SimulatedStripe::key}},
                .body = body,
                .reach = http::Reach::loopback_too})
        .status;
}

} // namespace

TEST_CASE("the simulated Stripe refuses a wrong key and what breaks the official description")
{ // INV-040, the canary
    SimulatedStripe judge;
    const auto refused = speaker(judge, "sk_test_faux")->try_key();
    REQUIRE(refused);
    CHECK(refused->trouble == Trouble::bad_credentials);
    CHECK(post(judge, "success_url=x&montant=1") == 400);
    CHECK(post(judge, "success_url=x&mode=pay") == 400);
    CHECK(post(judge, "success_url=x&line_items%5B0%5D%5Bquantity%5D=1.5") == 400);
    CHECK(post(judge, "mode=payment") == 400);
    const std::string path = "/v1/checkout/sessions";
    CHECK(judge.complaints ==
          std::vector<std::string>{
              path + ".montant is not foreseen", path + ".mode is none of its choices: pay",
              path + ".line_items[].quantity is no integer", path + ".success_url is missing"});
}

TEST_CASE("a checkout asks Stripe for exactly the amount, once however often it is sent") // INV-040
{
    SimulatedStripe judge;
    const auto provider = speaker(judge);
    CHECK_FALSE(provider->try_key());
    judge.lost_answers = 1;
    CHECK(std::get<Failure>(provider->open(a_checkout())).trouble == Trouble::later);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    CHECK(judge.sessions.size() == 1);
    CHECK(judge.sessions.at(opened.reference).amount == 60'000);
    CHECK(judge.sessions.at(opened.reference).tracking == "42");
    CHECK(opened.address == judge.address() + "/pay/" + opened.reference);
    CHECK(std::get<Failure>(provider->open(a_checkout(1))).trouble == Trouble::refused);
    CHECK_FALSE(provider->close(opened.reference));
    CHECK(provider->close(opened.reference)->trouble == Trouble::refused);
    CHECK(judge.complaints == std::vector<std::string>{"idempotency key of another request"});
}

TEST_CASE("a refund leaves once, and what Stripe took is asked for again") // INV-048
{
    SimulatedStripe judge;
    const auto provider = speaker(judge);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    judge.pay(opened.reference);
    const auto payment = judge.sessions.at(opened.reference).payment;
    const NewRefund refund{
        .reference = payment, .amount = {10'000}, .reason = "Geste", .once = "refund-1"};
    judge.lost_answers = 1;
    CHECK(provider->refund(refund)->trouble == Trouble::later);
    CHECK_FALSE(provider->refund(refund));
    CHECK(judge.refunds_made == 1);
    const Followed asked{
        .tracking = "42", .reference = opened.reference, .amount = {60'000}, .title = "Facture"};
    const auto standing = std::get<Standing>(provider->follow(asked));
    CHECK(standing.state == CheckoutState::paid);
    const auto taken = standing.taken.value();
    CHECK(taken.amount == base::Cents{60'000});
    CHECK(taken.refunded == base::Cents{10'000});
    CHECK(taken.tracking == "42");
    CHECK(judge.complaints.empty());
    judge.down_for = 1;
    CHECK(std::get<Failure>(provider->follow(asked)).code == 503);
    auto odd = asked;
    odd.reference = "cs_../expire";
    CHECK(std::get<Failure>(provider->follow(odd)).trouble == Trouble::refused);
}
