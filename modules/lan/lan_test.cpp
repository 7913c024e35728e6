#include "modules/lan/authority.hpp"

#include <doctest.h>

TEST_CASE("a certificate is read with the SHA-256 of its bytes")
{
    const auto authority = lan::read_authority("text before\n-----BEGIN CERTIFICATE-----\n"
                                               "aGVsbG8=\n-----END CERTIFICATE-----\n");
    REQUIRE(authority);
    CHECK(authority->der == "hello");
    CHECK(authority->fingerprint ==
          "2C:F2:4D:BA:5F:B0:A3:0E:26:E8:3B:2A:C5:B9:E2:9E:1B:16:1E:5C:1F:A7:42:5E:73:04:33:62:93:"
          "8B:98:24");
}

TEST_CASE("what is no certificate is nothing")
{
    CHECK_FALSE(lan::read_authority(""));
    CHECK_FALSE(lan::read_authority("-----END CERTIFICATE----------BEGIN CERTIFICATE-----"));
    CHECK_FALSE(lan::read_authority("-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----"));
    CHECK_FALSE(lan::authority_in("/nowhere"));
}
