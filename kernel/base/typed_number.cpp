#include "kernel/base/typed_number.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>

namespace base
{
namespace
{

constexpr std::size_t text_bytes_max = 64; ///< once plain
constexpr std::size_t digits_max = 17;     ///< below what 63 bits hold
constexpr std::size_t thousands = 3;

struct Sign {
    Currency currency;
    std::string_view text;
};
constexpr std::array<Sign, 4> signs{Sign{Currency::EUR, "€"}, Sign{Currency::EUR, "EUR"},
                                    Sign{Currency::CAD, "$"}, Sign{Currency::CAD, "CAD"}};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

TypedNumber refused(TypedFault fault)
{
    return {.fault = fault};
}

/// With ordinary spaces, none at the ends, and an ASCII minus. Nothing is cut: what is left of a
/// longer text could be a number.
std::string plain(std::string_view text)
{
    auto typed = std::string{text};
    for (const auto* space : {"\u00A0", "\u202F", "\u2009", "\u2007"})
        typed = replace_all(std::move(typed), space, " ");
    for (const auto* minus : {"\u2212", "\u2013"})
        typed = replace_all(std::move(typed), minus, "-");
    return trim(typed);
}

/// Spaces between thousands taken out; nothing when they stand elsewhere.
std::optional<std::string> without_thousands(std::string_view whole)
{
    const auto groups = split(whole, ' ');
    for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups[i].size() != thousands) return {};
    if (groups.size() > 1 && (groups.front().empty() || groups.front().size() > thousands))
        return {};
    return join(groups, "");
}

TypedNumber scaled(std::string digits, std::size_t decimals, std::size_t places,
                   std::int64_t largest)
{
    digits.append(places - decimals, '0');
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (digits.size() > digits_max) return refused(TypedFault::too_large);
    std::int64_t value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    if (value > largest) return refused(TypedFault::too_large);
    return {.scaled = value};
}

/// « 1,500 », « 10.000 »: the mark may be one of thousands.
bool may_be_thousands(std::string_view typed, std::size_t mark)
{
    if (mark == std::string_view::npos || typed.size() - mark - 1 != thousands) return false;
    const auto whole = typed.substr(0, mark);
    return whole.size() <= thousands && whole.find_first_not_of('0') != std::string_view::npos;
}

bool is_unclear(ThreeFigures three, char mark, std::size_t places)
{
    return places < thousands || three == ThreeFigures::unclear ||
           (three == ThreeFigures::unclear_after_point && mark == '.');
}

TypedNumber unsigned_decimal(std::string_view typed, std::size_t places, std::int64_t largest,
                             ThreeFigures three)
{
    constexpr std::string_view allowed = "0123456789 ,.";
    if (typed.find_first_not_of(allowed) != std::string_view::npos ||
        std::ranges::none_of(typed, is_digit))
        return refused(TypedFault::not_a_number);
    const auto mark = typed.find_first_of(",.");
    if (mark != std::string_view::npos &&
        typed.find_first_of(",.", mark + 1) != std::string_view::npos)
        return refused(TypedFault::unclear);
    auto whole = without_thousands(typed.substr(0, mark));
    auto decimals = std::string{mark == std::string_view::npos ? "" : typed.substr(mark + 1)};
    if (!whole || !std::ranges::all_of(decimals, is_digit)) return refused(TypedFault::unclear);
    if (may_be_thousands(typed, mark) && is_unclear(three, typed[mark], places))
        return refused(TypedFault::unclear);
    while (decimals.size() > places && decimals.ends_with('0'))
        decimals.pop_back();
    if (decimals.size() > places) return refused(TypedFault::too_many_decimals);
    return scaled(*whole + decimals, decimals.size(), places, largest);
}

std::string without(std::string text, std::string_view sign)
{
    if (text.ends_with(sign))
        text.erase(text.size() - sign.size());
    else if (text.starts_with(sign))
        text.erase(0, sign.size());
    return trim(text);
}

} // namespace

TypedNumber read_decimal(std::string_view text, int decimals, std::int64_t largest,
                         ThreeFigures three)
{
    KERNEL_ASSERT(decimals >= 0 && decimals <= 9);
    auto typed = plain(text);
    if (typed.empty()) return refused(TypedFault::blank);
    if (typed.size() > text_bytes_max) return refused(TypedFault::too_large);
    const bool is_negative = typed.starts_with('-');
    if (is_negative) typed = trim(std::string_view{typed}.substr(1));
    auto read = unsigned_decimal(typed, static_cast<std::size_t>(decimals), largest, three);
    if (is_negative) read.scaled = -read.scaled;
    return read;
}

TypedNumber read_quantity(std::string_view text)
{
    return read_decimal(text, decimal_places, decimal_max, ThreeFigures::unclear_after_point);
}

TypedNumber read_unit_price(std::string_view text)
{
    return read_decimal(text, decimal_places, decimal_max, ThreeFigures::unclear);
}

TypedNumber read_amount(std::string_view text, Currency currency)
{
    auto typed = plain(text);
    for (const auto& sign : signs) {
        if (!typed.ends_with(sign.text) && !typed.starts_with(sign.text)) continue;
        if (sign.currency != currency) return refused(TypedFault::other_currency);
        typed = without(std::move(typed), sign.text);
        break;
    }
    return read_decimal(typed, 2, cents_max);
}

TypedNumber read_percentage(std::string_view text)
{
    auto typed = plain(text);
    if (typed.ends_with('%')) typed = without(std::move(typed), "%");
    return read_decimal(typed, decimal_places);
}

std::string plain_decimal(std::int64_t scaled, int decimals)
{
    KERNEL_ASSERT(decimals >= 0 && decimals <= 9);
    const auto places = static_cast<std::size_t>(decimals);
    auto digits = std::to_string(scaled);
    const bool is_negative = digits.starts_with('-');
    if (is_negative) digits.erase(0, 1);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return is_negative ? '-' + digits : digits;
}

std::string shortest_decimal(std::int64_t scaled, int decimals)
{
    auto text = plain_decimal(scaled, decimals);
    if (decimals == 0) return text;
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string plain_amount(Cents amount)
{
    return plain_decimal(amount.value, 2);
}

std::string_view currency_code(Currency currency)
{
    return currency == Currency::EUR ? "EUR" : "CAD";
}

} // namespace base
