#pragma once

#include "kernel/auth/openid.hpp"
#include "kernel/guard/call.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace identity
{

/// What a visitor's browser carries, sealed, while a sign-in at a provider is under way: one cookie
/// that holds either of the two below and lives `openid_life_max`.
inline constexpr std::chrono::minutes openid_life_max{10};
inline constexpr std::string_view openid_cookie_name = "__Host-o";

/// He was sent to the provider and has not come back yet.
struct OpenIdRequest {
    std::string provider; ///< name of the configuration: an answer of another one is refused
    std::string portal;   ///< slug; empty for the team's side
    std::string next;     ///< where he wanted to go; may be empty
    auth::OpenIdSecrets secrets;
};
void keep_request(const guard::Call& call, http::Response& response, const OpenIdRequest& request);
std::optional<OpenIdRequest> request_of(const guard::Call& call);

/// He came back as somebody whose account has to be opened by its own sign-in before the two are
/// linked.
struct OpenIdLink {
    std::string title; ///< of the provider
    auth::ExternalAccount account;
    std::string email; ///< verified by the provider
};
void keep_link(const guard::Call& call, http::Response& response, const OpenIdLink& link);
std::optional<OpenIdLink> link_of(const guard::Call& call);

void forget_openid(http::Response& response);

} // namespace identity
