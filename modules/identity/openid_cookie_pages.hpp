#pragma once

#include "kernel/guard/call.hpp"
#include "modules/identity/openid_request.hpp"

#include <chrono>
#include <optional>
#include <string_view>

namespace identity
{

/// One sealed cookie, that holds either an OpenIdRequest or an OpenIdLink.
inline constexpr std::chrono::minutes openid_life_max{10};
inline constexpr std::string_view openid_cookie_name = "__Host-o";

void keep_request(const guard::Call& call, http::Response& response, const OpenIdRequest& request);
std::optional<OpenIdRequest> request_of(const guard::Call& call);

void keep_link(const guard::Call& call, http::Response& response, const OpenIdLink& link);
std::optional<OpenIdLink> link_of(const guard::Call& call);

void forget_openid(http::Response& response);

} // namespace identity
