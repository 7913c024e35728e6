#include "kernel/base/csv_format.hpp"

#include "kernel/base/csv_reader.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>

namespace base
{
namespace
{

constexpr std::array delimiters{CsvDelimiter::semicolon, CsvDelimiter::comma, CsvDelimiter::tab,
                                CsvDelimiter::bar};
constexpr int judged_records = 20;

/// 0x80 to 0x9F; zero = nothing.
constexpr std::array<char16_t, 32> windows1252_high{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Where ISO-8859-15 differs from ISO-8859-1.
char16_t iso8859_15_of(unsigned char byte)
{
    switch (byte) {
    case 0xA4:
        return 0x20AC;
    case 0xA6:
        return 0x0160;
    case 0xA8:
        return 0x0161;
    case 0xB4:
        return 0x017D;
    case 0xB8:
        return 0x017E;
    case 0xBC:
        return 0x0152;
    case 0xBD:
        return 0x0153;
    case 0xBE:
        return 0x0178;
    default:
        return byte;
    }
}

bool is_control(unsigned char byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

char16_t character_of(unsigned char byte, CsvEncoding encoding)
{
    if (byte < 0x80) return byte;
    if (byte < 0xA0)
        return encoding == CsvEncoding::windows1252 ? windows1252_high.at(byte - 0x80U)
                                                    : char16_t{0};
    return encoding == CsvEncoding::iso8859_15 ? iso8859_15_of(byte) : char16_t{byte};
}

void append_utf8(std::string& text, char16_t c)
{
    const unsigned value = c;
    const auto put = [&](unsigned byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(value);
    } else if (c < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

unsigned char byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

bool is_letter(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0xC0;
}

/// « œuf » and « 12 € » in ISO-8859-15 would be « ½uf » and « 12 ¤ » in Windows-1252.
bool looks_like_iso8859_15(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = byte_at(bytes, at);
        const bool is_ligature = byte == 0xBC || byte == 0xBD;
        const bool is_in_word = (at > 0 && is_letter(byte_at(bytes, at - 1))) ||
                                (at + 1 < bytes.size() && is_letter(byte_at(bytes, at + 1)));
        if (byte == 0xA4 || (is_ligature && is_in_word)) return true;
    }
    return false;
}

CsvEncoding guess_encoding(std::string_view bytes)
{
    if (is_valid_utf8(bytes)) return CsvEncoding::utf8;
    const bool has_windows_sign = std::ranges::any_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte < 0xA0;
    });
    if (!has_windows_sign && looks_like_iso8859_15(bytes)) return CsvEncoding::iso8859_15;
    return CsvEncoding::windows1252;
}

/// How many of the first records have as many cells as the first, and how many cells those are.
std::pair<int, std::size_t> agreement(std::string_view bytes, CsvFormat format)
{
    CsvReader reader{bytes, format};
    std::size_t columns = 0;
    int alike = 0;
    for (int seen = 0; seen < judged_records; ++seen) {
        const auto record = reader.next();
        if (!record) break;
        if (columns == 0) columns = record->cells.size();
        if (record->cells.size() == columns) ++alike;
    }
    return columns > 1 ? std::pair{alike, columns} : std::pair{0, columns};
}

} // namespace

char csv_sign(CsvDelimiter delimiter)
{
    switch (delimiter) {
    case CsvDelimiter::semicolon:
        return ';';
    case CsvDelimiter::comma:
        return ',';
    case CsvDelimiter::tab:
        return '\t';
    case CsvDelimiter::bar:
        break;
    }
    return '|';
}

std::optional<std::string> csv_text(std::string_view bytes, CsvEncoding encoding)
{
    const auto is_bad = [](char c) { return is_control(static_cast<unsigned char>(c)); };
    if (std::ranges::any_of(bytes, is_bad)) return {};
    if (encoding == CsvEncoding::utf8) {
        if (!is_valid_utf8(bytes)) return {};
        return std::string{bytes};
    }
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto character = character_of(static_cast<unsigned char>(c), encoding);
        if (character == 0) return {};
        append_utf8(text, character);
    }
    return text;
}

CsvFormat guess_csv_format(std::string_view bytes)
{
    CsvFormat best{.delimiter = CsvDelimiter::semicolon, .encoding = guess_encoding(bytes)};
    std::pair<int, std::size_t> most{0, 0};
    for (const auto delimiter : delimiters) {
        const CsvFormat format{.delimiter = delimiter, .encoding = best.encoding};
        const auto found = agreement(bytes, format);
        if (found.first > 0 && found > most) {
            most = found;
            best.delimiter = delimiter;
        }
    }
    return best;
}

} // namespace base
