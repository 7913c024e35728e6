#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/http/message.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guard
{

/// Sessions of the two sides are separate cookies: "__Host-s" and "__Host-p".
std::string_view session_cookie_name(tenancy::Side side);
/// The cookie that carries a session's token. `max_age_seconds` only for « Rester connecté ».
http::Cookie session_cookie(tenancy::Side side, std::string_view token,
                            std::optional<std::int64_t> max_age_seconds = {});
http::Cookie expired_session_cookie(tenancy::Side side);

/// A visitor who is not signed in: binds the CSRF token of open forms.
inline constexpr std::string_view visitor_cookie_name = "__Host-a";
/// A notice for the next page: translation key and parameters.
inline constexpr std::string_view flash_cookie_name = "__Host-f";

struct Flash {
    std::string key;
    base::Params params;
};
std::string encode_flash(const Flash& flash);
std::optional<Flash> decode_flash(std::string_view text);

} // namespace guard
