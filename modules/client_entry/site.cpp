#include "modules/client_entry/site.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace client_entry
{
namespace
{

constexpr std::size_t host_bytes_max = 253;
constexpr std::size_t label_bytes_max = 63;
constexpr std::size_t port_digits_max = 5;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_label(std::string_view text)
{
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-';
    };
    return !text.empty() && text.size() <= label_bytes_max && text.front() != '-' &&
           text.back() != '-' && std::ranges::all_of(text, is_allowed);
}

/// A name of several parts, of which the last is no number: an address of a machine is none.
bool is_host(const std::string& text)
{
    const auto labels = base::split(text, '.');
    return text.size() <= host_bytes_max && labels.size() > 1 &&
           std::ranges::all_of(labels, is_label) && !std::ranges::all_of(labels.back(), is_digit);
}

bool is_port(std::string_view text)
{
    return !text.empty() && text.size() <= port_digits_max && std::ranges::all_of(text, is_digit) &&
           text.front() != '0';
}

} // namespace

std::optional<std::string> origin_of(std::string_view typed)
{
    constexpr std::string_view scheme = "https://";
    const auto text = base::lower_ascii(base::trim(typed));
    if (!text.starts_with(scheme)) return {};
    const auto rest = text.substr(scheme.size());
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    const auto colon = authority.find(':');
    const auto host = authority.substr(0, colon);
    if (!is_host(host)) return {};
    if (colon == std::string::npos) return std::string{scheme} + host;
    const auto port = authority.substr(colon + 1);
    if (!is_port(port)) return {};
    return std::string{scheme} + host + (port == "443" ? "" : ":" + port);
}

std::string frame_policy(const std::vector<std::string>& origins)
{
    return "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; "
           "form-action 'none'; frame-ancestors " +
           (origins.empty() ? std::string{"'none'"} : base::join(origins, " "));
}

} // namespace client_entry
