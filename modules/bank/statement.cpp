#include "modules/bank/statement.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"

#include <algorithm>

namespace bank
{
namespace
{

constexpr std::size_t looked_at = 4'000; ///< bytes, for what tells the formats apart

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

std::optional<base::Date> day_of(const std::string& year, const std::string& month,
                                 const std::string& day)
{
    return base::Date::parse(year + "-" + month + "-" + day);
}

/// « 20/11/2026 », « 20.11.26 ».
std::optional<base::Date> read_french_day(const std::string& text)
{
    const auto parts =
        base::split(base::replace_all(base::replace_all(text, ".", "/"), "-", "/"), '/');
    const auto is_number = [](const std::string& part) {
        return !part.empty() && part.size() <= 4 && digits_of(part) == part;
    };
    if (parts.size() != 3 || !std::ranges::all_of(parts, is_number)) return {};
    const auto two = [](const std::string& part) { return part.size() == 1 ? "0" + part : part; };
    const auto year = parts[2].size() == 2 ? "20" + parts[2] : parts[2];
    return day_of(year, two(parts[1]), two(parts[0]));
}

struct Signed {
    bool is_below = false;
    std::string rest;
};

Signed signed_text(std::string_view text)
{
    constexpr std::string_view minus = "−";
    Signed found{.rest = base::trim(text)};
    const bool has_sign = found.rest.starts_with('-') || found.rest.starts_with('+');
    found.is_below = found.rest.starts_with('-') || found.rest.starts_with(minus);
    if (has_sign) found.rest.erase(0, 1);
    if (found.rest.starts_with(minus)) found.rest.erase(0, minus.size());
    return found;
}

std::optional<base::Cents> with_sign(const Signed& typed, std::int64_t cents)
{
    if (cents < 0) return {};
    return base::Cents{typed.is_below ? -cents : cents};
}

std::string clean(std::string_view text)
{
    const auto one_line = base::replace_all(base::normalise(text), "\n", " ");
    return base::shorten(base::trim(base::replace_all(one_line, "\t", " ")), words_max);
}

} // namespace

StatementRead refused(StatementFormat format, StatementFault fault)
{
    return {.fault = fault, .format = format, .account = {}};
}

void add_line(StatementRead& read, StatementLine line)
{
    if (read.lines.size() == lines_max) {
        read.fault = StatementFault::too_many_lines;
        return;
    }
    line.label = clean(line.label);
    line.counterpart = clean(line.counterpart);
    line.reference = clean(line.reference);
    line.account = clean(line.account);
    read.lines.push_back(std::move(line));
}

std::optional<StatementRead> read_marked_up(std::string_view bytes, base::Currency currency)
{
    const auto head = bytes.substr(0, looked_at);
    const bool is_ofx = head.find("<OFX>") != std::string_view::npos ||
                        head.find("OFXHEADER") != std::string_view::npos;
    const auto begin = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    const bool is_marked_up = begin != std::string_view::npos && head[begin] == '<';
    if (!is_ofx && !is_marked_up) return {};
    if (bytes.size() > statement_bytes_max)
        return refused(is_ofx ? StatementFormat::ofx : StatementFormat::camt,
                       StatementFault::too_large);
    return is_ofx ? read_ofx(bytes, currency) : read_camt(bytes, currency);
}

std::optional<base::Date> read_day(std::string_view text)
{
    constexpr std::size_t iso_length = 10;
    constexpr std::size_t packed_length = 8;
    const auto trimmed = base::trim(text);
    if (trimmed.size() >= iso_length && trimmed[4] == '-')
        return base::Date::parse(std::string_view{trimmed}.substr(0, iso_length));
    if (const auto french = read_french_day(trimmed)) return french;
    const auto packed = trimmed.substr(0, packed_length);
    if (packed.size() != packed_length || digits_of(packed) != packed) return {};
    return day_of(packed.substr(0, 4), packed.substr(4, 2), packed.substr(6, 2));
}

std::optional<base::Cents> read_typed_cents(std::string_view text, base::Currency currency)
{
    const auto typed = signed_text(text);
    const auto read = base::read_amount(typed.rest, currency);
    if (read.fault) return {};
    return with_sign(typed, read.scaled);
}

std::optional<base::Cents> read_plain_cents(std::string_view text)
{
    constexpr int decimals = 5; // as many as ISO 20022 has
    constexpr std::int64_t of_cent = 1'000;
    const auto typed = signed_text(text);
    const auto read = base::read_decimal(typed.rest, decimals, base::cents_max * of_cent);
    if (read.fault || read.scaled % of_cent != 0) return {};
    return with_sign(typed, read.scaled / of_cent);
}

} // namespace bank
