#include "kernel/base/text.hpp"
#include "kernel/secrets/totp.hpp"

#include <doctest.h>

using namespace secrets;

namespace
{

constexpr const char* secret = "12345678901234567890";

base::Instant at(std::int64_t seconds)
{
    return {seconds * 1'000'000};
}

} // namespace

// The SHA-1 vectors of RFC 6238, appendix B.
TEST_CASE("codes are those of RFC 6238")
{
    CHECK(totp_code(secret, totp_step(at(59)), 8) == "94287082");
    CHECK(totp_code(secret, totp_step(at(1111111109)), 8) == "07081804");
    CHECK(totp_code(secret, totp_step(at(1111111111)), 8) == "14050471");
    CHECK(totp_code(secret, totp_step(at(1234567890)), 8) == "89005924");
    CHECK(totp_code(secret, totp_step(at(2000000000)), 8) == "69279037");
    CHECK(totp_code(secret, totp_step(at(20000000000)), 8) == "65353130");
}

TEST_CASE("a code serves in its step and its two neighbours")
{
    const auto now = at(1234567890);
    const auto step = totp_step(now);
    for (const auto near : {step - 1, step, step + 1})
        CHECK(matching_totp_step(secret, totp_code(secret, near), now) == near);
    for (const auto far : {step - 2, step + 2})
        CHECK_FALSE(matching_totp_step(secret, totp_code(secret, far), now));
}

TEST_CASE("spaces in a typed code count for nothing and everything else counts")
{
    const auto now = at(1234567890);
    CHECK(matching_totp_step(secret, " 005 924", now));
    for (const auto* code : {"", "5924", "005925", "00592", "0059240", "00592a"})
        CHECK_FALSE(matching_totp_step(secret, code, now));
}

TEST_CASE("the enrolment address names the issuer and the account")
{
    CHECK(totp_uri("foobar", "Ponant & Fils", "anne@client.example") ==
          "otpauth://totp/Ponant%20%26%20Fils:anne%40client.example"
          "?secret=MZXW6YTBOI&issuer=Ponant%20%26%20Fils");
    CHECK(new_totp_secret().size() == 20);
    CHECK(new_totp_secret() != new_totp_secret());
}
