#include "kernel/http/peer_counter.hpp"

#include <doctest.h>

TEST_CASE("a peer enters until its limit, and again once it has left")
{
    http::PeerCounter peers{2};
    CHECK(peers.enter("203.0.113.9"));
    CHECK(peers.enter("203.0.113.9"));
    CHECK_FALSE(peers.enter("203.0.113.9"));
    CHECK(peers.enter("203.0.113.10"));
    peers.leave("203.0.113.9");
    CHECK(peers.enter("203.0.113.9"));
    CHECK_FALSE(peers.enter("203.0.113.9"));
}

TEST_CASE("the addresses of one IPv6 network are one peer")
{
    http::PeerCounter peers{1};
    CHECK(peers.enter("2001:db8:1:2::1"));
    CHECK_FALSE(peers.enter("2001:db8:1:2:ffff::9"));
    CHECK(peers.enter("2001:db8:1:3::1"));
}

TEST_CASE("loopback is not counted")
{
    http::PeerCounter peers{1};
    for (const auto* address : {"127.0.0.1", "127.0.0.1", "::1", "::1"})
        CHECK(peers.enter(address));
    peers.leave("127.0.0.1");
}
