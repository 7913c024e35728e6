#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/typography.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace i18n
{

namespace
{

/// The digits without their sign; also right for the smallest integer.
std::string digits_of(std::int64_t value)
{
    auto digits = std::to_string(value);
    if (value < 0) digits.erase(0, 1);
    return digits;
}

std::string with_thousands(const std::string& digits)
{
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += narrow_no_break_space;
        result += digits[i];
    }
    return result;
}

std::string signed_text(std::int64_t value, const std::string& text)
{
    return value < 0 ? "\u2212" + text : text;
}

/// Groups of these sizes, the last one repeated, with no-break spaces between.
std::string grouped(std::string_view text, const std::vector<std::size_t>& sizes)
{
    std::string result;
    std::size_t at = 0;
    for (std::size_t group = 0; at < text.size(); ++group) {
        const auto size = sizes[std::min(group, sizes.size() - 1)];
        if (at > 0) result += no_break_space;
        result += text.substr(at, size);
        at += size;
    }
    return result;
}

bool is_number_after(std::string_view text, std::string_view prefix, std::size_t digits)
{
    if (!text.starts_with(prefix) || text.size() != prefix.size() + digits) return false;
    return std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string without_spaces(std::string_view text)
{
    auto result = base::replace_all(std::string{text}, no_break_space, "");
    std::erase(result, ' ');
    return result;
}

} // namespace

std::string number(std::int64_t value)
{
    return signed_text(value, with_thousands(digits_of(value)));
}

std::string decimal(std::int64_t scaled, int decimals)
{
    KERNEL_ASSERT(decimals >= 0 && decimals <= 9);
    const auto places = static_cast<std::size_t>(decimals);
    auto digits = digits_of(scaled);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    auto fraction = digits.substr(digits.size() - places);
    while (fraction.ends_with('0'))
        fraction.pop_back();
    const auto whole = with_thousands(digits.substr(0, digits.size() - places));
    return signed_text(scaled, fraction.empty() ? whole : whole + ',' + fraction);
}

std::string percent(std::int64_t scaled, int decimals)
{
    return decimal(scaled, decimals) + no_break_space + '%';
}

std::string file_size(std::int64_t bytes)
{
    constexpr const char* units[] = {"i18n.kilobytes", "i18n.megabytes", "i18n.gigabytes",
                                     "i18n.terabytes"};
    if (bytes < 1000) return t("i18n.bytes", {{"count", number(bytes)}});
    std::int64_t scale = 1000;
    std::size_t unit = 0;
    // 999,95 of a unit would be written 1 000: it is 1 of the next.
    while (unit + 1 < std::size(units) && bytes >= scale * 1000 - scale / 2) {
        scale *= 1000;
        ++unit;
    }
    const auto tenths = (bytes + scale / 20) / (scale / 10);
    const auto text = tenths < 100 ? decimal(tenths, 1) : number((bytes + scale / 2) / scale);
    return t(units[unit], {{"count", text}});
}

std::string phone(std::string_view digits)
{
    if (is_number_after(digits, "0", 9)) return grouped(digits, {2});
    if (is_number_after(digits, "+33", 9)) return grouped(digits, {3, 1, 2});
    if (is_number_after(digits, "+1", 10)) return grouped(digits, {2, 3, 3, 4});
    return std::string{digits};
}

std::string siret(std::string_view digits)
{
    return grouped(without_spaces(digits), {3, 3, 3, 5});
}

std::string iban(std::string_view text)
{
    return grouped(without_spaces(text), {4});
}

} // namespace i18n
