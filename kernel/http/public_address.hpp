#pragma once

struct sockaddr;

namespace http
{

/// Whether an address is one of the Internet: not this machine, not a private or link-local
/// network, neither directly nor wrapped in IPv6.
bool is_public_address(const sockaddr& address);

} // namespace http
