#include "kernel/base/text.hpp"

#include <doctest.h>

#include <set>

using namespace base;

// Vectors of RFC 4648 §10.
TEST_CASE("base32 and base64 agree with RFC 4648")
{
    CHECK(base32("") == "");
    CHECK(base32("f") == "MY");
    CHECK(base32("fo") == "MZXQ");
    CHECK(base32("foo") == "MZXW6");
    CHECK(base32("foob") == "MZXW6YQ");
    CHECK(base32("fooba") == "MZXW6YTB");
    CHECK(base32("foobar") == "MZXW6YTBOI");
    CHECK(base64("fooba") == "Zm9vYmE=");
    CHECK(base64url("\xFB\xFF") == "-_8");
}

TEST_CASE("decoding undoes encoding and refuses anything else")
{
    const auto bytes = random_bytes(33);
    CHECK(unbase64(base64(bytes)) == bytes);
    CHECK(unbase64url(base64url(bytes)) == bytes);
    CHECK(unhex(hex(bytes)) == bytes);
    CHECK(unhex("").value() == "");
    CHECK_FALSE(unhex("abc"));
    CHECK_FALSE(unhex("zz"));
    CHECK_FALSE(unbase64url("a+b"));
    CHECK_FALSE(unbase64url("Zm9vYg=="));
    CHECK_FALSE(unbase64("Zm9v\n"));
}

// FIPS 180-2, appendix B.1.
TEST_CASE("SHA-256 of abc is the published one")
{
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("random values differ and stay below their bound")
{
    CHECK(random_bytes(16) != random_bytes(16));
    std::set<std::uint32_t> seen;
    for (int i = 0; i < 300; ++i)
        seen.insert(random_below(3));
    CHECK(seen == std::set<std::uint32_t>{0, 1, 2});
}

TEST_CASE("constant-time comparison compares")
{
    CHECK(equal_in_constant_time("secret", "secret"));
    CHECK_FALSE(equal_in_constant_time("secret", "secreT"));
    CHECK_FALSE(equal_in_constant_time("secret", "secrets"));
    CHECK(equal_in_constant_time("", ""));
}
