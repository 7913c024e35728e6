#include "kernel/http/client.hpp"
#include "modules/payments/hint.hpp"
#include "modules/payments/payments.hpp"
#include "modules/payments/provider.hpp"
#include "tests/support/simulated_gocardless.hpp"

#include <doctest.h>

using namespace payments;
using test_support::SimulatedGocardless;

namespace
{

std::unique_ptr<Provider> speaker(const SimulatedGocardless& judge,
                                  const std::string& key = SimulatedGocardless::key)
{
    use_providers({.vault = nullptr,
                   .stripe_address = {},
                   .gocardless_address = judge.address(),
                   .reach = ProviderReach::loopback_too});
    return provider_of(gocardless, {.key = key, .mode = Mode::test});
}

NewCheckout a_checkout()
{
    return {.tracking = "42",
            .amount = {60'000},
            .title = "Facture FACT-2026-0001",
            .number = "FACT-2026-0001",
            .back = "https://charpentes.example/p/charpentes/factures/1/reglement/retour",
            .cancel = "https://charpentes.example/p/charpentes/factures/1"};
}

Followed followed(const std::string& reference, const std::string& payment = {})
{
    return {.tracking = "42",
            .reference = reference,
            .amount = {60'000},
            .title = "Facture FACT-2026-0001",
            .payment = payment};
}

int post(const SimulatedGocardless& judge, const std::string& body)
{
    return http::send(
               {.method = "POST",
                .address = judge.address() + "/payments",
                .headers = {{"Content-Type", "application/json"},
                            {"GoCardless-Version", "2015-07-06"},
                            {"Idempotency-Key", "canari"},
                            {"Authorization", std::string{"Bearer "} + SimulatedGocardless::key}},
                .body = body,
                .reach = http::Reach::loopback_too})
        .status;
}

} // namespace

TEST_CASE("the simulated GoCardless refuses a wrong token and what breaks the official types")
{ // INV-046, the canary
    SimulatedGocardless judge;
    const auto refused = speaker(judge, "sandbox_faux")->try_key();
    REQUIRE(refused);
    CHECK(refused->trouble == Trouble::bad_credentials);
    CHECK(post(judge, R"({"payments":{"currency":"EUR","links":{"mandate":"MD1"}}})") == 422);
    CHECK(post(judge,
               R"({"payments":{"amount":60000,"currency":"EUR","links":{"mandate":"M"}}})") == 422);
    CHECK(post(judge, R"({"payments":{"amount":"1","currency":"FRF","links":{"mandate":"M"}}})") ==
          422);
    CHECK(post(judge, R"({"payments":{"amount":"1","currency":"EUR","links":{},"iban":"FR76"}})") ==
          422);
    CHECK(judge.complaints == std::vector<std::string>{"body.amount is missing",
                                                       "body.amount is of another type",
                                                       "body.currency is none of its choices",
                                                       "body.links.mandate is missing"});
}

TEST_CASE("a client signs, his bank is asked once, and what it says is the whole truth") // INV-046
{
    SimulatedGocardless judge;
    const auto provider = speaker(judge);
    CHECK_FALSE(provider->try_key());
    judge.lost_answers = 1;
    CHECK(std::get<Failure>(provider->open(a_checkout())).trouble == Trouble::later);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    CHECK(judge.requests.size() == 1);
    CHECK(opened.address == judge.address() + "/flow/" + opened.reference);
    CHECK(std::get<Standing>(provider->follow(followed(opened.reference))).state ==
          CheckoutState::open);
    judge.sign(opened.reference);
    judge.lost_answers = 2; // of the question, then of the debit
    CHECK(std::get<Failure>(provider->follow(followed(opened.reference))).code == 500);
    CHECK(std::get<Failure>(provider->follow(followed(opened.reference))).code == 500);
    const auto asked = std::get<Standing>(provider->follow(followed(opened.reference)));
    CHECK(judge.debits.size() == 1);
    CHECK(asked.state == CheckoutState::pending);
    CHECK(asked.charge_on == base::Date::parse("2026-01-20"));
    CHECK_FALSE(asked.taken);
    const auto again = followed(opened.reference, asked.payment);
    judge.confirm(asked.payment);
    CHECK(std::get<Standing>(provider->follow(again)).taken->amount == base::Cents{60'000});
    judge.charge_back(asked.payment);
    const auto back = std::get<Standing>(provider->follow(again));
    CHECK(back.taken->amount == base::Cents{});
    CHECK(back.cause == "La banque du client a repris le prélèvement, que le client conteste.");
    CHECK(judge.complaints.empty());
}

TEST_CASE("who signed and paid otherwise is asked for nothing") // INV-046
{
    SimulatedGocardless judge;
    const auto provider = speaker(judge);
    const auto opened = std::get<OpenedCheckout>(provider->open(a_checkout()));
    judge.sign(opened.reference);
    auto look = followed(opened.reference);
    look.wish = Wish::look;
    const auto standing = std::get<Standing>(provider->follow(look));
    CHECK(standing.state == CheckoutState::expired);
    CHECK(standing.mandate == judge.requests.at(opened.reference).mandate);
    CHECK(judge.debits.empty());
    const auto closed = std::get<OpenedCheckout>(provider->open([] {
        auto other = a_checkout();
        other.tracking = "43";
        return other;
    }()));
    CHECK_FALSE(provider->close(closed.reference));
    CHECK(provider->close(closed.reference)->trouble == Trouble::refused);
    CHECK(judge.complaints.empty());
}

TEST_CASE("the signature of GoCardless is that of its own client, and any bytes may be read")
{ // INV-046: the body and the signature are a fixture of its official client
    const auto body =
        boost::json::serialize(test_support::read_json("tests/contracts/gocardless/fixtures/"
                                                       "webhook_body.json"));
    const std::string proof = "2693754819d3e32d7e8fcb13c729631f316c6de8dc1cf634d6527f1c07276e7e";
    const std::string secret = SimulatedGocardless::secret;
    CHECK(is_signed_by_gocardless(proof, body, secret));
    CHECK_FALSE(is_signed_by_gocardless(proof, body + " ", secret));
    CHECK_FALSE(is_signed_by_gocardless(proof, body, secret + "x"));
    CHECK_FALSE(is_signed_by_gocardless(proof, body, ""));
    CHECK_FALSE(is_signed_by_gocardless("", body, secret));
    const auto hints = read_gocardless_events(body);
    REQUIRE(hints);
    REQUIRE(hints->size() == 2);
    CHECK(hints->back().kind == "mandates.created");
    CHECK(hints->back().mandate.empty());
    for (const auto* odd : {"", "{", "[]", "{}", R"({"events":4})"})
        CHECK_FALSE(read_gocardless_events(odd));
    CHECK(read_gocardless_events(R"({"events":[4,{},{"id":5}]})")->empty());
    std::string many = R"({"events":[{"id":"EV1"})";
    for (std::size_t i = 0; i < hints_max; ++i)
        many += R"(,{"id":"EV1"})";
    CHECK_FALSE(read_gocardless_events(many + "]}"));
}
