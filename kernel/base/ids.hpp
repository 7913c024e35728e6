#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base
{

/// A strongly typed 63-bit identifier; 0 means « none ». Written as decimal digits in URLs and
/// forms, as a string in JSON (a JavaScript number holds 53 bits).
template <class Tag>
struct Id {
    std::int64_t value = 0;

    friend auto operator<=>(const Id&, const Id&) = default;
    explicit operator bool() const { return value != 0; }

    std::string text() const { return std::to_string(value); }

    /// Digits only, 1 to 2^63-1; anything else is nothing.
    static std::optional<Id> parse(std::string_view digits)
    {
        Id id;
        const auto* end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), end, id.value);
        if (error != std::errc{} || stop != end || id.value <= 0 || digits.front() == '0')
            return {};
        return id;
    }
};

} // namespace base
