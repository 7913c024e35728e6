#include "kernel/html/url.hpp"

#include <algorithm>
#include <stdexcept>

namespace html
{

namespace
{

constexpr std::size_t external_bytes_max = 2000;

bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '~';
}

bool is_plain(char c)
{
    return c > ' ' && c != 127 && c != '"' && c != '\'' && c != '<' && c != '>' && c != '\\' &&
           c != '`';
}

} // namespace

std::string percent_encode(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15];
    }
    return encoded;
}

Url Url::with(std::string_view name, std::string_view value) const
{
    const char joint = text_.find('?') == text_.npos ? '?' : '&';
    return Url{text_ + joint + percent_encode(name) + '=' + percent_encode(value)};
}

Url Url::at(std::string_view id) const
{
    return Url{text_ + '#' + percent_encode(id)};
}

Url checked_local(std::string_view path)
{
    if (!detail::is_local(path)) throw std::invalid_argument("not a path of this site");
    return Url{std::string{path}};
}

Url build_route(std::string_view pattern, std::initializer_list<std::string> segments)
{
    std::string path;
    for (const auto& segment : segments) {
        if (segment.empty() || segment == "." || segment == "..")
            throw std::invalid_argument("a path segment may not be empty or dots");
        const auto hole = pattern.find("{}");
        path += pattern.substr(0, hole);
        path += percent_encode(segment);
        pattern.remove_prefix(hole + 2);
    }
    path += pattern;
    return Url{std::move(path)};
}

std::optional<Url> external(std::string_view address)
{
    constexpr std::string_view scheme = "https://";
    const auto host = address.substr(std::min(scheme.size(), address.size()));
    if (!address.starts_with(scheme) || host.empty() || host[0] == '/') return {};
    if (address.size() > external_bytes_max || !std::ranges::all_of(address, is_plain)) return {};
    return Url{std::string{address}};
}

std::optional<Url> mail_to(std::string_view email)
{
    const auto sign = email.find('@');
    if (sign == email.npos || sign == 0 || sign + 1 == email.size()) return {};
    return Url{"mailto:" + percent_encode(email.substr(0, sign)) + '@' +
               percent_encode(email.substr(sign + 1))};
}

std::optional<Url> telephone(std::string_view number)
{
    std::string digits;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    if (digits.size() < 2) return {};
    return Url{"tel:" + digits};
}

} // namespace html
