#pragma once

#include <string_view>

namespace http
{

/// Without the blanks that may surround a header value or a member of a list. (RFC 9110 §5.6.3)
constexpr std::string_view without_blanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace http
