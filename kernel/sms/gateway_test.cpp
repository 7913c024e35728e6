#include "kernel/sms/ovh.hpp"
#include "kernel/sms/twilio.hpp"
#include "tests/support/sms_provider.hpp"

#include <doctest.h>

#include <map>

using sms::Outcome;
using test_support::SmsProvider;

namespace
{

sms::Account twilio_account()
{
    return {.provider = sms::Provider::twilio,
            .account = SmsProvider::account_sid,
            .application_key = {},
            .secret = SmsProvider::auth_token,
            .consumer_key = {},
            .sender = "ARMOR"};
}

sms::Account ovh_account()
{
    return {.provider = sms::Provider::ovh,
            .account = SmsProvider::service,
            .application_key = SmsProvider::application_key,
            .secret = SmsProvider::application_secret,
            .consumer_key = SmsProvider::consumer_key,
            .sender = "ARMOR"};
}

std::unique_ptr<sms::Gateway> reach(const SmsProvider& provider, const sms::Account& account)
{
    return sms::gateway(account, {.twilio = provider.twilio(), .ovh = provider.ovh()});
}

sms::Outgoing message(const char* to = "+33612345678")
{
    return {.reference = "120394", .to = to, .words = "Eté à Brest & « co »", .begun_at = {}};
}

constexpr const char* stopped_number = R"({"code":21610,"message":"unsubscribed recipient"})";

} // namespace

TEST_CASE("the judges refuse a request that breaks a description: else they prove nothing")
{
    const SmsProvider provider;
    const auto sent = reach(provider, twilio_account())->send(message(""));
    CHECK(sent.outcome == Outcome::refused);
    CHECK(provider.complaints() == std::vector<std::string>{"To is empty"});

    auto account = ovh_account();
    account.secret = "un autre";
    const auto signed_wrong = reach(provider, account)->send(message());
    CHECK(signed_wrong.code == 403);
    CHECK(signed_wrong.words == "the signature is wrong");
    CHECK(provider.taken().empty());
}

TEST_CASE("a message reaches each provider as its description asks, once found again when asked")
// NTF-041 API-025
{
    for (const auto& account : {twilio_account(), ovh_account()}) {
        const SmsProvider provider;
        const auto gateway = reach(provider, account);
        CHECK(gateway->has_taken(message()) == false);
        CHECK(gateway->send(message()).outcome == Outcome::accepted);
        CHECK(gateway->has_taken(message()) == true);
        CHECK(provider.complaints().empty());
        REQUIRE(provider.taken().size() == 1);
        CHECK(provider.taken()[0].to == "+33612345678");
        CHECK(provider.taken()[0].from == "ARMOR");
        CHECK(provider.taken()[0].words == "Eté à Brest & « co »");
    }
}

TEST_CASE("the signature of OVHcloud is that of their rule, computed by sha1sum") // API-025
{
    const http::ClientRequest request{.method = "POST",
                                      .address =
                                          "https://eu.api.ovh.com/1.0/sms/sms-ab12345-1/jobs",
                                      .body = R"({"message":"Bonjour"})"};
    CHECK(sms::Ovh::signature(ovh_account(), request, 1763790000) ==
          "$1$ac4a89d08474dc68cb54934c0fd6c1cbc2919d57");
}

TEST_CASE("who answered STOP is told apart from a wrong number and a busy provider") // NTF-041
{
    using sms::Twilio;
    CHECK(Twilio::read(400, stopped_number).outcome == Outcome::stopped);
    CHECK(Twilio::read(400, R"({"code":21211,"message":"Invalid 'To'"})").outcome ==
          Outcome::refused);
    CHECK(Twilio::read(429, R"({"code":20429})").outcome == Outcome::later);
    CHECK(Twilio::read(401, "").outcome == Outcome::bad_credentials);
    CHECK(Twilio::read(503, "<html>").outcome == Outcome::unknown);
    CHECK(Twilio::read(201, "{}").outcome == Outcome::accepted);

    const auto read = [](int status, const char* body) {
        return sms::Ovh::read(message(), status, body).outcome;
    };
    CHECK(read(200, R"({"validReceivers":["+33612345678"],"invalidReceivers":[]})") ==
          Outcome::accepted);
    CHECK(read(200, R"({"validReceivers":[],"invalidReceivers":["+33612345678"]})") ==
          Outcome::refused);
    CHECK(read(200, "[]") == Outcome::unknown);
    CHECK(read(402, R"({"message":"No credits"})") == Outcome::later);
    CHECK(read(403, R"({"message":"Invalid signature"})") == Outcome::bad_credentials);
    CHECK(read(400, R"({"message":"Invalid sender"})") == Outcome::refused);
}

TEST_CASE("a provider that cannot be reached took nothing, one that breaks off may have")
{
    const auto nobody = sms::gateway(
        twilio_account(), {.twilio = "http://127.0.0.1:9", .ovh = "http://127.0.0.1:9/1.0"});
    CHECK(nobody->send(message()).outcome == Outcome::later);
    CHECK_FALSE(nobody->has_taken(message()));
    SmsProvider provider;
    provider.lose_next_answer();
    CHECK(reach(provider, twilio_account())->send(message()).outcome == Outcome::unknown);
}
