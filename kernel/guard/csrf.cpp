#include "kernel/guard/csrf.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/vault.hpp"

namespace guard
{

std::string csrf_token_for(const secrets::Vault& vault, std::string_view cookie_value)
{
    return base::base64url(vault.keyed_hash("guard.csrf", cookie_value));
}

bool is_same_origin(const http::Request& request)
{
    const auto site = request.headers.get("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const auto origin = request.headers.get("Origin");
    if (origin.empty()) return true;
    return origin == (request.is_https ? "https://" : "http://") + request.host;
}

bool carries_csrf_token(const http::Request& request, std::string_view expected)
{
    const auto field = request.form.get("_csrf");
    const auto token = field.empty() ? request.headers.get("X-CSRF-Token") : field;
    return !expected.empty() && base::equal_in_constant_time(token, expected);
}

} // namespace guard
