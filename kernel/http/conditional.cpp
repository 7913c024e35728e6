#include "kernel/http/conditional.hpp"

#include "kernel/http/field_text.hpp"

#include <string>

namespace http
{

bool none_match_names(std::string_view if_none_match, std::string_view etag)
{
    auto rest = without_blanks(if_none_match);
    if (rest == "*") return true;
    while (!rest.empty()) {
        if (rest.starts_with("W/")) rest.remove_prefix(2);
        if (!rest.starts_with('"')) return false;
        const auto close = rest.find('"', 1);
        if (close == std::string_view::npos) return false;
        if (rest.substr(1, close - 1) == etag) return true;
        rest = without_blanks(rest.substr(close + 1));
        if (!rest.starts_with(',')) return false;
        rest = without_blanks(rest.substr(1));
    }
    return false;
}

bool if_range_allows(std::string_view if_range, std::string_view etag)
{
    if (if_range.empty()) return true;
    return !etag.empty() && if_range == '"' + std::string{etag} + '"';
}

} // namespace http
