#include "kernel/http/public_address.hpp"

#include <arpa/inet.h>
#include <doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <initializer_list>

namespace
{

bool is_public(const char* text)
{
    sockaddr_storage storage{};
    sockaddr_in four{};
    sockaddr_in6 six{};
    if (inet_pton(AF_INET, text, &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        std::memcpy(&storage, &four, sizeof four);
    } else {
        REQUIRE(inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
        six.sin6_family = AF_INET6;
        std::memcpy(&storage, &six, sizeof six);
    }
    sockaddr address{};
    static_assert(sizeof storage >= sizeof address);
    return http::is_public_address(reinterpret_cast<const sockaddr&>(storage));
}

} // namespace

TEST_CASE("the Internet is public")
{
    for (const auto* text : {"8.8.8.8", "193.252.22.86", "172.15.0.1", "172.32.0.1", "100.63.0.1",
                             "2a01:cb00::1", "2606:4700::1111", "::ffff:8.8.8.8"})
        CHECK_MESSAGE(is_public(text), text);
}

TEST_CASE("this machine and its networks are not, however they are written")
{
    for (const auto* text : {"127.0.0.1",
                             "127.8.8.8",
                             "0.0.0.0",
                             "10.1.2.3",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.1.10",
                             "169.254.169.254",
                             "100.64.0.1",
                             "198.18.0.1",
                             "224.0.0.1",
                             "255.255.255.255",
                             "::1",
                             "::",
                             "fe80::1",
                             "fc00::1",
                             "fd12::1",
                             "ff02::1",
                             "::ffff:127.0.0.1",
                             "::ffff:192.168.1.10",
                             "::127.0.0.1",
                             "2002:7f00:1::",
                             "64:ff9b::7f00:1"})
        CHECK_MESSAGE(!is_public(text), text);
}
