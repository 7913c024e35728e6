#include "kernel/html/written_link.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/url.hpp"

#include <algorithm>
#include <array>

namespace html
{
namespace
{

constexpr std::size_t link_bytes_max = 2'000;
constexpr std::array<std::string_view, 4> schemes{"http:", "https:", "mailto:", "tel:"};

/// Browsers drop these inside an address before they read its scheme.
std::string without_controls(std::string_view address)
{
    std::string kept{address};
    std::erase_if(kept, [](char c) { return (c >= 0 && c < ' ') || c == 127; });
    return base::trim(kept);
}

bool is_unsafe(char c)
{
    return c == ' ' || c == '"' || c == '\'' || c == '\\' || c == '`';
}

std::string encoded(std::string_view rest)
{
    std::string text;
    for (const char c : rest)
        text += is_unsafe(c) ? percent_encode({&c, 1}) : std::string{c};
    return text;
}

std::string dialled(std::string_view number)
{
    std::string digits;
    for (const char c : number)
        if ((c >= '0' && c <= '9') || (c == '+' && digits.empty())) digits += c;
    return digits.size() < 2 ? std::string{} : digits;
}

bool has_host(std::string_view rest)
{
    return rest.size() > 2 && rest.starts_with("//") &&
           std::string_view{"/?#:@"}.find(rest[2]) == std::string_view::npos;
}

std::string after_scheme(std::string_view scheme, std::string_view rest)
{
    if (scheme == "tel:") return dialled(rest);
    const bool leads =
        scheme == "mailto:" ? rest.find('@') != std::string_view::npos : has_host(rest);
    return leads ? encoded(rest) : std::string{};
}

} // namespace

std::optional<WrittenLink> written_link(std::string_view address)
{
    if (address.size() > link_bytes_max || !base::is_valid_utf8(address)) return {};
    const auto whole = without_controls(address);
    const auto colon = whole.find(':');
    if (colon == whole.npos || whole.find_first_of("<>") != whole.npos) return {};
    const auto scheme = base::lower_ascii(std::string_view{whole}.substr(0, colon + 1));
    if (std::find(schemes.begin(), schemes.end(), scheme) == schemes.end()) return {};
    const auto rest = after_scheme(scheme, std::string_view{whole}.substr(colon + 1));
    if (rest.empty() || scheme.size() + rest.size() > link_bytes_max) return {};
    return WrittenLink{scheme + rest};
}

Attribute href(const WrittenLink& link)
{
    return detail::Builder::attribute("href", {link.text()});
}

} // namespace html
