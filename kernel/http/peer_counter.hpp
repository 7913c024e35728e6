#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http
{

/// Counts the open connections of each peer; an IPv6 network of 64 bits counts as one peer, since a
/// customer has a whole one. Loopback is never counted. One thread.
class PeerCounter
{
  public:
    explicit PeerCounter(std::size_t per_peer_max) : per_peer_max_{per_peer_max} {}

    /// False when the peer has all the connections it may have; else counts one more.
    bool enter(std::string_view address);
    void leave(std::string_view address);

  private:
    std::size_t per_peer_max_;
    std::unordered_map<std::string, std::size_t> counts_;
};

} // namespace http
