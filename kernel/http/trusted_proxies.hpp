#pragma once

#include "kernel/http/message.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace http
{

/// Addresses and networks ("127.0.0.1", "10.0.0.0/8", "2001:db8::/32") whose forwarding headers are
/// believed.
class TrustedProxies
{
  public:
    /// Throws std::invalid_argument with the text that is neither an address nor a network.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    bool trusts(std::string_view address) const;

    /// The client's address: `peer` itself, or, while that is a trusted proxy, the next one from
    /// the right of X-Forwarded-For. Stops at the first entry that is not an address.
    std::string client_of(std::string_view peer, const Headers& headers) const;

    /// The last X-Forwarded-Proto is https and `peer` is trusted.
    bool says_https(std::string_view peer, const Headers& headers) const;

  private:
    struct Network {
        std::array<unsigned char, 16> address;
        int bits;
    };
    std::vector<Network> networks_;
};

/// Canonical text of an address, IPv4-mapped IPv6 as IPv4; empty when it is none.
std::string canonical_address(std::string_view text);
/// The part of an address that belongs to one customer: an IPv4 address, an IPv6 network of 64 bits
/// ("2001:db8:1:2::"). The text itself when it is no address.
std::string network_of(std::string_view address);
bool is_loopback(std::string_view address);

} // namespace http
