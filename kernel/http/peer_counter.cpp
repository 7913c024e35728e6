#include "kernel/http/peer_counter.hpp"

#include "kernel/http/trusted_proxies.hpp"

namespace http
{

bool PeerCounter::enter(std::string_view address)
{
    if (is_loopback(address)) return true;
    auto& count = counts_[network_of(address)];
    if (count >= per_peer_max_) return false;
    ++count;
    return true;
}

void PeerCounter::leave(std::string_view address)
{
    const auto found = counts_.find(network_of(address));
    if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

} // namespace http
