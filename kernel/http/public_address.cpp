#include "kernel/http/public_address.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace http
{
namespace
{

struct Range {
    std::uint32_t first = 0;
    int bits = 0;
};

// RFC 6890, what no mail server of the Internet has.
constexpr std::array<Range, 11> special{{{0x00000000, 8},
                                         {0x0A000000, 8},
                                         {0x64400000, 10},
                                         {0x7F000000, 8},
                                         {0xA9FE0000, 16},
                                         {0xAC100000, 12},
                                         {0xC0000000, 24},
                                         {0xC0A80000, 16},
                                         {0xC6120000, 15},
                                         {0xE0000000, 4},
                                         {0xF0000000, 4}}};

bool is_public(std::uint32_t address)
{
    return std::none_of(special.begin(), special.end(), [&](const Range& range) {
        return (address ^ range.first) >> (32 - range.bits) == 0;
    });
}

bool is_public(const std::array<std::uint8_t, 16>& bytes)
{
    const auto last_four = [&] {
        std::uint32_t address = 0;
        for (std::size_t at = 12; at < bytes.size(); ++at)
            address = address << 8U | bytes[at];
        return address;
    };
    const bool starts_with_zeros =
        std::all_of(bytes.begin(), bytes.begin() + 10, [](auto byte) { return byte == 0; });
    if (starts_with_zeros && bytes[10] == 0xFF && bytes[11] == 0xFF) return is_public(last_four());
    // 2000::/3 is all that is routed, 2002::/16 and 64:ff9b::/96 wrap an IPv4 address.
    return bytes[0] >> 5U == 1 && !(bytes[0] == 0x20 && bytes[1] == 0x02);
}

} // namespace

bool is_public_address(const sockaddr& address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, &address, sizeof four);
        return is_public(ntohl(four.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 six{};
        std::memcpy(&six, &address, sizeof six);
        std::array<std::uint8_t, 16> bytes{};
        std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
        return is_public(bytes);
    }
    return false;
}

} // namespace http
