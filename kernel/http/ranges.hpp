#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace http
{

struct ByteRange {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
struct WholeContent {
};
struct RangeNotSatisfiable {
};

/// What a Range header asks of `size` bytes. Several ranges, another unit or anything malformed
/// give the whole. (RFC 9110 §14.2)
std::variant<WholeContent, ByteRange, RangeNotSatisfiable> parse_range(std::string_view range,
                                                                       std::uint64_t size);

} // namespace http
