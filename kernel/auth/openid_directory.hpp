#pragma once

#include "kernel/auth/json_web_key.hpp"
#include "kernel/auth/openid_fetch.hpp"
#include "kernel/base/configuration.hpp"

#include <chrono>
#include <string>

namespace auth
{

/// What a provider publishes about itself (OpenID Connect Discovery).
struct OpenIdEndpoints {
    std::string issuer;
    std::string authorization;
    std::string token;
    std::string user_info; ///< may be empty
    std::string keys;
    bool names_issuer = false; ///< RFC 9207: every answer carries « iss »
};

inline constexpr std::chrono::minutes directory_age_max{10};

enum class Freshness { may_be_cached, fetched_now };

/// From /.well-known/openid-configuration, remembered for `directory_age_max` in this process.
/// Throws OpenIdFailure when the document is not that issuer's. Any thread; waits for the network.
OpenIdEndpoints endpoints_of(const std::string& issuer, Reach reach);
KeySet keys_of(const OpenIdEndpoints& endpoints, Reach reach,
               Freshness freshness = Freshness::may_be_cached);

} // namespace auth
