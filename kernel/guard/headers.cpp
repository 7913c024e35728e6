#include "kernel/guard/headers.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/csrf.hpp"
#include "kernel/html/ui/assets.hpp"

namespace guard
{
namespace
{

constexpr std::size_t form_key_bytes = 16;

bool is_html(const http::Response& response)
{
    return response.headers.get("Content-Type").starts_with("text/html");
}

std::string content_security_policy(const Site& site)
{
    const auto& storage = site.configuration().storage.origin;
    return "default-src 'none'; script-src 'self'; style-src 'self' '" +
           std::string{ui::assets().turbo_style} + "'; img-src 'self' data: blob: " + storage +
           "; font-src 'self'; connect-src 'self'; worker-src 'self'; "
           "manifest-src 'self'; media-src 'self' " +
           storage +
           "; frame-src 'none'; frame-ancestors 'none'; "
           "form-action 'self'; "
           "base-uri 'none'; object-src 'none'";
}

} // namespace

const std::string& form_key_placeholder()
{
    static const std::string placeholder = base::base64url(base::random_bytes(form_key_bytes));
    return placeholder;
}

const std::string& csrf_placeholder()
{
    static const std::string placeholder = base::base64url(base::random_bytes(form_key_bytes));
    return placeholder;
}

bool uses_form_guard(const http::Response& response)
{
    return is_html(response) && response.body.find(csrf_placeholder()) != std::string::npos;
}

bool holds_form_key(const http::Response& response)
{
    return is_html(response) && response.body.find(form_key_placeholder()) != std::string::npos;
}

bool is_whole_page(const http::Response& response)
{
    return is_html(response) && response.body.starts_with("<!doctype html>");
}

std::string etag_of(std::string_view body)
{
    return std::to_string(base::quick_hash(body));
}

http::Response not_modified(std::string_view etag)
{
    http::Response response;
    response.status = 304;
    response.with("ETag", "W/\"" + std::string{etag} + '"').with("Vary", "Accept-Encoding");
    return response;
}

void finish_page(http::Response& response, Storing storing, std::string_view csrf_token)
{
    if (!response.headers.has("Cache-Control"))
        response.headers.set("Cache-Control",
                             storing == Storing::Revalidated ? "private, no-cache" : "no-store");
    if (!is_html(response)) return;
    if (storing == Storing::Revalidated && response.status == 200 && response.etag.empty() &&
        !holds_form_key(response))
        response.etag = etag_of(response.body);
    if (!uses_form_guard(response)) return;
    response.body = base::replace_all(std::move(response.body), csrf_placeholder(),
                                      mask_csrf_token(csrf_token));
    response.body = base::replace_all(std::move(response.body), form_key_placeholder(),
                                      base::base64url(base::random_bytes(form_key_bytes)));
}

http::Response with_security_headers(const Site& site, http::Response response)
{
    auto& headers = response.headers;
    if (!headers.has("Content-Security-Policy")) {
        headers.set("Content-Security-Policy", content_security_policy(site));
        headers.set("X-Frame-Options", "DENY"); // for those that know no frame-ancestors
    }
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.has("Referrer-Policy"))
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
    if (site.configuration().base_url.starts_with("https://"))
        headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace guard
