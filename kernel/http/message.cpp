#include "kernel/http/message.hpp"

#include <algorithm>
#include <stdexcept>

namespace http
{
namespace
{

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool same_name(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_token(std::string_view text)
{
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    const auto fits = [&](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') ||
               marks.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::ranges::all_of(text, fits);
}

void check_field(std::string_view name, std::string_view value)
{
    using namespace std::string_view_literals;
    if (!is_token(name)) throw std::invalid_argument{"header name is not a token"};
    if (value.find_first_of("\r\n\0"sv) != std::string_view::npos)
        throw std::invalid_argument{"header value holds a line break"};
}

bool is_cookie_value(std::string_view value)
{
    return std::ranges::all_of(value, [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

Response answer(std::string body, std::string_view type, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers.add("Content-Type", type);
    return response;
}

} // namespace

std::string_view name(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    return "";
}

bool is_safe(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

void Headers::add(std::string_view name, std::string_view value)
{
    check_field(name, value);
    fields_.emplace_back(name, value);
}

void Headers::set(std::string_view name, std::string_view value)
{
    check_field(name, value);
    remove(name);
    fields_.emplace_back(name, value);
}

void Headers::remove(std::string_view name)
{
    std::erase_if(fields_, [&](const auto& field) { return same_name(field.first, name); });
}

std::string_view Headers::get(std::string_view name) const
{
    for (const auto& [key, value] : fields_)
        if (same_name(key, name)) return value;
    return {};
}

bool Headers::has(std::string_view name) const
{
    return std::ranges::any_of(fields_,
                               [&](const auto& field) { return same_name(field.first, name); });
}

std::string_view Request::cookie(std::string_view name) const
{
    std::string_view rest = headers.get("Cookie");
    while (!rest.empty()) {
        auto pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
    }
    return {};
}

Response Response::html(std::string body, int status)
{
    return answer(std::move(body), "text/html; charset=utf-8", status);
}

Response Response::json(std::string body, int status)
{
    return answer(std::move(body), "application/json", status);
}

Response Response::text(std::string body, int status)
{
    return answer(std::move(body), "text/plain; charset=utf-8", status);
}

Response Response::see_other(std::string_view location)
{
    const bool is_local = location.starts_with('/') && !location.starts_with("//") &&
                          location.find('\\') == std::string_view::npos;
    if (!is_local) throw std::invalid_argument{"redirect leaves the site"};
    Response response;
    response.status = 303;
    response.headers.add("Location", location);
    return response;
}

Response& Response::with(std::string_view name, std::string_view value)
{
    headers.set(name, value);
    return *this;
}

Response& Response::set_cookie(const Cookie& cookie)
{
    if (!is_token(cookie.name) || !is_cookie_value(cookie.value))
        throw std::invalid_argument{"cookie cannot be written"};
    std::string text = cookie.name + '=' + cookie.value + "; Path=/";
    if (cookie.max_age_seconds) text += "; Max-Age=" + std::to_string(*cookie.max_age_seconds);
    if (cookie.secure) text += "; Secure";
    if (cookie.http_only) text += "; HttpOnly";
    text += cookie.same_site == SameSite::Strict ? "; SameSite=Strict" : "; SameSite=Lax";
    headers.add("Set-Cookie", text);
    return *this;
}

} // namespace http
