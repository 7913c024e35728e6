#include "kernel/http/trusted_proxies.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/field_text.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace http
{
namespace
{

using Address = std::array<unsigned char, 16>;

constexpr Address mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<Address> parse_address(std::string_view text)
{
    const std::string terminated{text};
    Address address = mapped_prefix;
    if (inet_pton(AF_INET, terminated.c_str(), &address[12]) == 1) return address;
    if (inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1) return address;
    return {};
}

bool is_mapped(const Address& address)
{
    return std::equal(mapped_prefix.begin(), mapped_prefix.begin() + 12, address.begin());
}

std::string write_address(const Address& address)
{
    std::array<char, INET6_ADDRSTRLEN> written{};
    const bool v4 = is_mapped(address);
    inet_ntop(v4 ? AF_INET : AF_INET6, address.data() + (v4 ? 12 : 0), written.data(),
              written.size());
    return written.data();
}

bool same_start(const Address& a, const Address& b, int bits)
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (std::memcmp(a.data(), b.data(), whole) != 0) return false;
    if (bits % 8 == 0) return true;
    const auto shift = static_cast<unsigned>(8 - bits % 8);
    return a[whole] >> shift == b[whole] >> shift;
}

/// Entries of every X-Forwarded header of that name, nearest proxy last.
std::vector<std::string> entries(const Headers& headers, std::string_view name)
{
    std::vector<std::string> values;
    for (const auto& [key, value] : headers.all()) {
        if (base::lower_ascii(key) != name) continue;
        for (const auto& entry : base::split(value, ','))
            values.emplace_back(without_blanks(entry));
    }
    return values;
}

} // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks)
{
    for (const auto& text : networks) {
        const auto slash = std::min(text.find('/'), text.size());
        const auto address = parse_address(std::string_view{text}.substr(0, slash));
        if (!address) throw std::invalid_argument{text};
        const int width = is_mapped(*address) ? 32 : 128;
        int bits = width;
        if (slash < text.size()) {
            const auto* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, bits);
            if (error != std::errc{} || stop != end || bits < 0 || bits > width)
                throw std::invalid_argument{text};
        }
        networks_.push_back({.address = *address, .bits = bits + 128 - width});
    }
}

bool TrustedProxies::trusts(std::string_view address) const
{
    if (networks_.empty()) return false;
    const auto parsed = parse_address(address);
    return parsed && std::ranges::any_of(networks_, [&](const Network& network) {
               return same_start(network.address, *parsed, network.bits);
           });
}

std::string TrustedProxies::client_of(std::string_view peer, const Headers& headers) const
{
    std::string client{peer};
    if (!trusts(client)) return client;
    auto hops = entries(headers, "x-forwarded-for");
    while (!hops.empty() && trusts(client)) {
        auto next = canonical_address(hops.back());
        if (next.empty()) break;
        client = std::move(next);
        hops.pop_back();
    }
    return client;
}

bool TrustedProxies::says_https(std::string_view peer, const Headers& headers) const
{
    if (!trusts(peer)) return false;
    const auto protocols = entries(headers, "x-forwarded-proto");
    return !protocols.empty() && base::lower_ascii(protocols.back()) == "https";
}

std::string canonical_address(std::string_view text)
{
    const auto address = parse_address(text);
    return address ? write_address(*address) : std::string{};
}

std::string network_of(std::string_view address)
{
    auto parsed = parse_address(address);
    if (!parsed) return std::string{address};
    if (!is_mapped(*parsed)) std::fill(parsed->begin() + 8, parsed->end(), '\0');
    return write_address(*parsed);
}

bool is_loopback(std::string_view address)
{
    return address == "::1" || address.starts_with("127.");
}

} // namespace http
