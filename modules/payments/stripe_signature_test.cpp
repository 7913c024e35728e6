#include "modules/payments/notice.hpp"

#include <doctest.h>

#include <chrono>

using namespace payments;
using std::chrono::seconds;

namespace
{

const std::string secret = "whsec_essai_de_signature";
const std::string body =
    R"({"id":"evt_1","object":"event","type":"charge.refunded","created":1790000000})";
// Made by the official Node client 23.1.0, webhooks.generateTestHeaderString.
const std::string proof = "481785236166ebfee70ff0d0324f4bc86356fb697188ea27488a448155544366";
const std::string header = "t=1790000000,v1=" + proof;
const auto then = base::Instant{} + seconds{1'790'000'000};

} // namespace

TEST_CASE("a signature of Stripe holds for its body, its secret and five minutes") // INV-042
{
    CHECK(is_signed_by_stripe(header, body, secret, then));
    CHECK(is_signed_by_stripe(header, body, secret, then + seconds{300}));
    CHECK(is_signed_by_stripe(header, body, secret, then - seconds{300}));
    CHECK_FALSE(is_signed_by_stripe(header, body, secret, then + seconds{301}));
    CHECK_FALSE(is_signed_by_stripe(header, body, secret, then - seconds{301}));
    CHECK_FALSE(is_signed_by_stripe(header, body + " ", secret, then));
    CHECK_FALSE(is_signed_by_stripe(header, body, secret + "x", then));
    CHECK_FALSE(is_signed_by_stripe(header, body, "", then));
}

TEST_CASE("while a secret is replaced one of several proofs is enough, an older scheme is none")
{ // INV-042
    const std::string wrong(64, '0');
    CHECK(is_signed_by_stripe("t=1790000000,v1=" + wrong + ",v1=" + proof, body, secret, then));
    CHECK_FALSE(is_signed_by_stripe("t=1790000000,v1=" + wrong, body, secret, then));
    CHECK_FALSE(is_signed_by_stripe("t=1790000000,v0=" + proof, body, secret, then));
    for (const auto* odd : {"", "t=,v1=", "v1=", "t=1790000000", "t=-1,v1=00", "t=9e9,v1=00",
                            "t=99999999999999999999,v1=00"})
        CHECK_FALSE(is_signed_by_stripe(odd, body, secret, then));
    CHECK_FALSE(is_signed_by_stripe(header + std::string(3'000, ','), body, secret, then));
}

TEST_CASE("any bytes may be read as an event, and what is not known concerns nobody") // INV-042
{
    for (const auto* odd : {"", "{", "[]", "null", "{}", R"({"id":1,"type":[]})",
                            R"({"id":"evt_1","type":"checkout.session.completed","data":4})"}) {
        const auto notice = read_stripe_event(odd);
        CHECK((!notice || !notice->concerns_us() || notice->checkout->tracking.empty()));
    }
    const auto unknown =
        read_stripe_event(R"({"id":"evt_1","type":"customer.created","data":{"object":{}}})");
    REQUIRE(unknown);
    CHECK_FALSE(unknown->concerns_us());
    const auto huge = read_stripe_event(
        R"({"id":"evt_1","type":"charge.refunded","created":9223372036854775807,"data":{"object":
            {"status":"succeeded","payment_intent":"pi_1","amount_captured":9223372036854775807,
             "amount_refunded":-5}}})");
    REQUIRE(huge);
    CHECK_FALSE(huge->concerns_us());
}
