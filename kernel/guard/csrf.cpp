#include "kernel/guard/csrf.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/vault.hpp"

#include <optional>

namespace guard
{
namespace
{

std::string mixed(std::string_view bytes, std::string_view mask)
{
    std::string out{bytes};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<char>(out[i] ^ mask[i]);
    return out;
}

/// Raw bytes of the token inside a masked one; nothing when it is not one.
std::optional<std::string> unmasked(std::string_view token)
{
    const auto bytes = base::unbase64url(token);
    if (!bytes || bytes->size() % 2 != 0) return {};
    const auto half = bytes->size() / 2;
    return mixed(std::string_view{*bytes}.substr(half), std::string_view{*bytes}.substr(0, half));
}

} // namespace

std::string mask_csrf_token(std::string_view token)
{
    const auto bytes = base::unbase64url(token).value_or(std::string{});
    const auto mask = base::random_bytes(bytes.size());
    return base::base64url(mask + mixed(bytes, mask));
}

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
    const auto token = unmasked(field.empty() ? request.headers.get("X-CSRF-Token") : field);
    return token && !expected.empty() &&
           base::equal_in_constant_time(base::base64url(*token), expected);
}

} // namespace guard
