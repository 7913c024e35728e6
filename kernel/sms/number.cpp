#include "kernel/sms/number.hpp"

#include <algorithm>
#include <array>

namespace sms
{
namespace
{

constexpr std::size_t digits_min = 8; // with the country's
constexpr std::size_t digits_max = 15;
constexpr std::string_view france = "+33";
/// France and its territories: what their mobiles begin with.
constexpr std::array<std::string_view, 12> french_mobiles{
    "+336",    "+337",    "+590690", "+590691", "+594694", "+596696",
    "+596697", "+262639", "+262692", "+262693", "+508",    "+6878"};
constexpr std::array<std::string_view, 5> french_codes{france, "+590", "+594", "+596", "+262"};

bool begins_with_one_of(std::string_view number, const auto& beginnings)
{
    return std::ranges::any_of(beginnings,
                               [&](std::string_view one) { return number.starts_with(one); });
}

/// Digits and a leading plus; nothing when anything else than punctuation is there.
std::optional<std::string> bare(std::string_view typed)
{
    constexpr std::string_view punctuation = " .-()/\xc2\xa0\xe2\x80\xaf";
    std::string digits;
    for (const char c : typed) {
        if (punctuation.find(c) != std::string_view::npos) continue;
        const bool is_plus = c == '+' && digits.empty();
        if (!is_plus && (c < '0' || c > '9')) return {};
        digits += c;
    }
    return digits;
}

} // namespace

std::string_view calling_code_of(std::string_view tax_regime)
{
    return tax_regime == "QC" ? "1" : "33";
}

std::optional<std::string> international(std::string_view typed, std::string_view calling_code)
{
    auto digits = bare(typed);
    if (!digits) return {};
    auto number = *digits;
    if (number.starts_with("00"))
        number = "+" + number.substr(2);
    else if (!number.starts_with('+'))
        number =
            "+" + std::string{calling_code} + (number.starts_with('0') ? number.substr(1) : number);
    // « +33 (0)6 … » is written everywhere
    if (number.starts_with("+330")) number = std::string{france} + number.substr(4);
    const auto length = number.size() - 1;
    if (length < digits_min || length > digits_max || number[1] == '0') return {};
    return number;
}

bool may_receive(std::string_view number)
{
    if (!begins_with_one_of(number, french_codes)) return number.starts_with('+');
    return begins_with_one_of(number, french_mobiles);
}

} // namespace sms
