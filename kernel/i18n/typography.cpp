#include "kernel/i18n/typography.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace i18n
{

namespace
{

constexpr std::array<std::string_view, 28> units{
    "€",  "%",  "h",  "j",   "kg",     "g",     "min",    "s",    "jours", "jour",
    "mm", "cm", "km", "m²",  "m",      "W",     "V",      "µm",   "°C",    "Go",
    "Mo", "ko", "To", "GHz", "pièces", "pièce", "octets", "octet"};
constexpr std::array<std::string_view, 5> titles{"M.", "MM.", "Mme", "Mmes", "n°"};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Any byte of a letter, of accented ones too.
bool is_letter(char c)
{
    const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || static_cast<unsigned char>(c) >= 0x80;
}

bool ends_a_word(std::string_view after)
{
    return after.empty() || after.starts_with(no_break_space) ||
           after.starts_with(narrow_no_break_space) ||
           (!is_letter(after[0]) && !is_digit(after[0]));
}

bool starts_with_unit(std::string_view after)
{
    return std::ranges::any_of(units, [&](std::string_view unit) {
        return after.starts_with(unit) && ends_a_word(after.substr(unit.size()));
    });
}

bool ends_with_title(std::string_view before)
{
    return std::ranges::any_of(titles, [&](std::string_view title) {
        if (!before.ends_with(title)) return false;
        return before.size() == title.size() ||
               !is_letter(before[before.size() - title.size() - 1]);
    });
}

bool starts_with_figure(std::string_view after)
{
    return !after.empty() && (is_digit(after[0]) || after[0] == '{');
}

/// "9 h" of « 9 h 05 », "{days} j" of « {days} j {hours} h ».
bool ends_with_hours(std::string_view before)
{
    const auto size = before.size();
    const bool unit = before.ends_with(" h") || before.ends_with(" j");
    return unit && size > 2 && (is_digit(before[size - 3]) || before[size - 3] == '}');
}

bool starts_with_thousands(std::string_view after)
{
    return after.size() >= 3 && std::all_of(after.begin(), after.begin() + 3, is_digit) &&
           (after.size() == 3 || !is_digit(after[3]));
}

/// What the space between these two becomes.
std::string_view space_between(std::string_view before, std::string_view after)
{
    if (after.starts_with('?') || after.starts_with('!') || after.starts_with(';'))
        return narrow_no_break_space;
    if (after.starts_with(':') || after.starts_with("»") || before.ends_with("«"))
        return no_break_space;
    const bool number = !before.empty() && is_digit(before.back());
    if (number && starts_with_thousands(after)) return narrow_no_break_space;
    if ((number || before.ends_with('}')) && starts_with_unit(after)) return no_break_space;
    if (ends_with_hours(before) && starts_with_figure(after)) return no_break_space;
    return ends_with_title(before) ? no_break_space : " ";
}

} // namespace

std::string typography(const std::string& text)
{
    const auto source = base::replace_all(text, "...", "…");
    const std::string_view all{source};
    std::string result;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool inside_word = i > 0 && is_letter(all[i - 1]);
        if (all[i] == ' ')
            result += space_between(all.substr(0, i), all.substr(i + 1));
        else if (all[i] == '\'' && inside_word)
            result += "’";
        else
            result += all[i];
    }
    return result;
}

} // namespace i18n
