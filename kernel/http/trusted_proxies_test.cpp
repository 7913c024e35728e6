#include "kernel/http/trusted_proxies.hpp"

#include <doctest.h>

#include <stdexcept>

using http::TrustedProxies;

namespace
{

http::Headers forwarded(std::initializer_list<std::string_view> values)
{
    http::Headers headers;
    for (const auto value : values)
        headers.add("X-Forwarded-For", value);
    return headers;
}

} // namespace

TEST_CASE("forwarding headers of a stranger are not believed")
{
    const TrustedProxies none{{}};
    const TrustedProxies other{{"10.0.0.1"}};
    auto headers = forwarded({"198.51.100.7"});
    headers.add("X-Forwarded-Proto", "https");
    CHECK(none.client_of("203.0.113.9", headers) == "203.0.113.9");
    CHECK(other.client_of("203.0.113.9", headers) == "203.0.113.9");
    CHECK_FALSE(other.says_https("203.0.113.9", headers));
}

TEST_CASE("the client is the last address that no trusted proxy has")
{
    const TrustedProxies proxies{{"127.0.0.1", "10.0.0.0/8", "2001:db8::/32"}};
    CHECK(proxies.client_of("127.0.0.1", forwarded({"198.51.100.7"})) == "198.51.100.7");
    CHECK(proxies.client_of("127.0.0.1", forwarded({"1.1.1.1, 198.51.100.7, 10.9.8.7"})) ==
          "198.51.100.7");
    CHECK(proxies.client_of("127.0.0.1", forwarded({"1.1.1.1", "198.51.100.7", "2001:db8:5::1"})) ==
          "198.51.100.7");
    CHECK(proxies.client_of("127.0.0.1", forwarded({"198.51.100.7, oops"})) == "127.0.0.1");
    CHECK(proxies.client_of("127.0.0.1", forwarded({})) == "127.0.0.1");
    CHECK(proxies.client_of("127.0.0.1", forwarded({"10.0.0.2"})) == "10.0.0.2");
    CHECK(proxies.client_of("127.0.0.1", forwarded({"::ffff:198.51.100.7"})) == "198.51.100.7");
}

TEST_CASE("a trusted proxy's last word on the protocol is believed")
{
    const TrustedProxies proxies{{"127.0.0.1"}};
    http::Headers headers;
    headers.add("X-Forwarded-Proto", "http, HTTPS");
    CHECK(proxies.says_https("127.0.0.1", headers));
    headers.add("x-forwarded-proto", "http");
    CHECK_FALSE(proxies.says_https("127.0.0.1", headers));
}

TEST_CASE("networks are compared by their bits")
{
    const TrustedProxies proxies{{"192.0.2.128/25", "2001:db8:8000::/33"}};
    CHECK(proxies.trusts("192.0.2.128"));
    CHECK(proxies.trusts("192.0.2.255"));
    CHECK_FALSE(proxies.trusts("192.0.2.127"));
    CHECK(proxies.trusts("2001:db8:8001::1"));
    CHECK_FALSE(proxies.trusts("2001:db8:7fff::1"));
    CHECK_FALSE(proxies.trusts("unknown"));
    CHECK(TrustedProxies{{"0.0.0.0/0"}}.trusts("203.0.113.9"));
    CHECK_FALSE(TrustedProxies{{"0.0.0.0/0"}}.trusts("2001:db8::1"));
}

TEST_CASE("a network that cannot be read is refused when the server starts")
{
    for (const auto* text : {"", "proxy", "10.0.0.0/33", "10.0.0.0/", "::/129", "10.0.0.0/-1"})
        CHECK_THROWS_AS(TrustedProxies{{text}}, std::invalid_argument);
}
