#include "kernel/log/json_text.hpp"

#include "kernel/base/text.hpp"

#include <cstdio>

namespace logs
{

namespace
{

std::string escaped(unsigned code)
{
    char buffer[8];
    std::snprintf(buffer, sizeof buffer, "\\u%04x", code & 0xFFFFU);
    return buffer;
}

unsigned byte_at(std::string_view text, std::size_t i)
{
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

/// The code point of a C1 control or a line separator that starts at `i`, else 0.
unsigned hidden_control(std::string_view text, std::size_t i)
{
    const auto first = byte_at(text, i);
    const auto second = byte_at(text, i + 1);
    const auto third = byte_at(text, i + 2);
    if (first == 0xC2 && second >= 0x80 && second <= 0x9F) return second;
    if (first == 0xE2 && second == 0x80 && (third == 0xA8 || third == 0xA9)) return 0x1F80 + third;
    return 0;
}

std::string escape_byte(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        break;
    }
    const auto code = static_cast<unsigned>(static_cast<unsigned char>(c));
    return code < 0x20 || code == 0x7F ? escaped(code) : std::string(1, c);
}

} // namespace

std::string json_text(std::string_view text)
{
    const bool valid = base::is_valid_utf8(text);
    std::string result;
    result.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto hidden = valid ? hidden_control(text, i) : 0;
        if (hidden != 0) {
            result += escaped(hidden);
            i += hidden < 0x100 ? 1 : 2;
        } else if (!valid && byte_at(text, i) >= 0x80) {
            result += escaped(byte_at(text, i));
        } else {
            result += escape_byte(text[i]);
        }
    }
    return result;
}

} // namespace logs
