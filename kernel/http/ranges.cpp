#include "kernel/http/ranges.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace http
{
namespace
{

std::optional<std::uint64_t> number(std::string_view digits)
{
    std::uint64_t value = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc{} || stop != end) return {};
    return value;
}

} // namespace

std::variant<WholeContent, ByteRange, RangeNotSatisfiable> parse_range(std::string_view range,
                                                                       std::uint64_t size)
{
    constexpr std::string_view unit = "bytes=";
    if (!range.starts_with(unit)) return WholeContent{};
    range.remove_prefix(unit.size());
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return WholeContent{};
    const auto first = number(range.substr(0, dash));
    const auto last = number(range.substr(dash + 1));

    if (dash == 0) {
        if (!last) return WholeContent{};
        if (*last == 0 || size == 0) return RangeNotSatisfiable{};
        const auto bytes = std::min(*last, size);
        return ByteRange{.offset = size - bytes, .bytes = bytes};
    }
    const bool is_open = dash + 1 == range.size();
    if (!first || (!last && !is_open) || (last && *last < *first)) return WholeContent{};
    if (*first >= size) return RangeNotSatisfiable{};
    const auto end = last ? std::min(*last, size - 1) : size - 1;
    return ByteRange{.offset = *first, .bytes = end - *first + 1};
}

} // namespace http
