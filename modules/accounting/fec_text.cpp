#include "modules/accounting/fec_text.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace accounting
{
namespace
{

struct Code {
    char32_t point = 0;
    std::size_t bytes = 1;
};

/// Of valid UTF-8.
Code code_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const auto first = byte(at);
    const std::size_t bytes = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (bytes == 1) return {first, 1};
    char32_t point = first & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes && at + i < text.size(); ++i)
        point = (point << 6U) | (byte(at + i) & 0x3FU);
    return {point, bytes};
}

/// The eight places where ISO-8859-15 is not ISO-8859-1.
constexpr std::array<std::pair<char32_t, unsigned char>, 8> moved{{{0x20AC, 0xA4},
                                                                   {0x0160, 0xA6},
                                                                   {0x0161, 0xA8},
                                                                   {0x017D, 0xB4},
                                                                   {0x017E, 0xB8},
                                                                   {0x0152, 0xBC},
                                                                   {0x0153, 0xBD},
                                                                   {0x0178, 0xBE}}};
constexpr std::array<std::pair<char32_t, const char*>, 16> typed{{{0x2019, "'"},
                                                                  {0x2018, "'"},
                                                                  {0x201C, "\""},
                                                                  {0x201D, "\""},
                                                                  {0x2013, "-"},
                                                                  {0x2014, "-"},
                                                                  {0x2212, "-"},
                                                                  {0x2026, "..."},
                                                                  {0x202F, " "},
                                                                  {0x2009, " "},
                                                                  {0x00A0, " "},
                                                                  {0x2022, "-"},
                                                                  {0x0141, "L"},
                                                                  {0x0142, "l"},
                                                                  {0x0110, "D"},
                                                                  {0x0111, "d"}}};

bool is_moved_byte(char32_t point)
{
    return std::ranges::any_of(moved, [&](const auto& one) { return one.second == point; });
}

std::string in_latin9(char32_t point, std::string_view utf8)
{
    for (const auto& [from, to] : typed)
        if (from == point) return to;
    for (const auto& [from, to] : moved)
        if (from == point) return {static_cast<char>(to)};
    const bool is_there = point < 0x80 || (point >= 0xA0 && point <= 0xFF && !is_moved_byte(point));
    if (is_there) return {static_cast<char>(point)};
    const auto bare = base::fold(utf8);
    const bool is_plain =
        !bare.empty() && std::ranges::all_of(bare, [](char c) { return c >= ' ' && c < 127; });
    return is_plain ? bare : "?";
}

bool is_forbidden(char32_t point)
{
    return point < 0x20 || point == '|' || (point >= 0x7F && point < 0xA0) || point == 0x2028 ||
           point == 0x2029;
}

bool is_plain(std::string_view words)
{
    return std::ranges::all_of(words, [](char c) { return c >= ' ' && c < 127 && c != '|'; });
}

std::string two_digits(unsigned number)
{
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

} // namespace

std::string fec_text(std::string_view words, Charset charset)
{
    if (is_plain(words)) return base::trim(words);
    const auto whole = base::is_valid_utf8(words) ? std::string{words} : std::string{"?"};
    std::string written;
    for (std::size_t at = 0; at < whole.size();) {
        const auto code = code_at(whole, at);
        const auto utf8 = std::string_view{whole}.substr(at, code.bytes);
        at += code.bytes;
        if (is_forbidden(code.point))
            written += ' ';
        else
            written += charset == Charset::utf8 ? std::string{utf8} : in_latin9(code.point, utf8);
    }
    const auto from = written.find_first_not_of(' ');
    if (from == std::string::npos) return {};
    return written.substr(from, written.find_last_not_of(' ') - from + 1);
}

std::string fec_amount(base::Cents amount)
{
    const auto cents = amount.value < 0 ? -amount.value : amount.value;
    return (amount.value < 0 ? "-" : "") + std::to_string(cents / 100) + "," +
           two_digits(static_cast<unsigned>(cents % 100));
}

std::string fec_day(base::Date day)
{
    const std::chrono::year_month_day parts{day.day};
    return std::to_string(static_cast<int>(parts.year())) +
           two_digits(static_cast<unsigned>(parts.month())) +
           two_digits(static_cast<unsigned>(parts.day()));
}

} // namespace accounting
