#include "kernel/base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace base
{

namespace
{

using Getter = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& normaliser(Getter get)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = get(status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return *found;
}

icu::UnicodeString normalised(const icu::Normalizer2& by, const icu::UnicodeString& text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto result = by.normalize(text, status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    return result;
}

std::int32_t length_of(std::string_view text)
{
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw std::length_error("text over 2 GB");
    return static_cast<std::int32_t>(text.size());
}

icu::UnicodeString utf16(std::string_view text)
{
    return icu::UnicodeString::fromUTF8({text.data(), length_of(text)});
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string result;
    text.toUTF8String(result);
    return result;
}

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_blank(UChar32 c)
{
    const bool zero_width = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
    return zero_width || u_isUWhiteSpace(c);
}

/// Letters that Unicode does not decompose but that people type without the stroke.
const char* spelled_out(UChar32 c)
{
    switch (c) {
    case 0x0153:
        return "oe";
    case 0x00E6:
        return "ae";
    case 0x00F8:
        return "o";
    case 0x0142:
        return "l";
    case 0x0111:
        return "d";
    case 0x0131:
        return "i";
    default:
        return nullptr;
    }
}

/// Appends to a key, letting at most one space through between words and none at its start.
void append_word_part(icu::UnicodeString& key, UChar32 c)
{
    if (const auto* letters = spelled_out(c)) {
        key.append(icu::UnicodeString::fromUTF8(letters));
    } else if (u_isalnum(c) || u_charType(c) == U_COMBINING_SPACING_MARK) {
        key.append(c);
    } else if (!key.isEmpty() && key[key.length() - 1] != u' ') {
        key.append(u' ');
    }
}

std::string fold_ascii(std::string_view text)
{
    std::string key = lower_ascii(text);
    std::size_t length = 0;
    for (const char c : key) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (word)
            key[length++] = c;
        else if (length > 0 && key[length - 1] != ' ')
            key[length++] = ' ';
    }
    if (length > 0 && key[length - 1] == ' ') --length;
    key.resize(length);
    return key;
}

} // namespace

bool is_valid_utf8(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), length_of(text), &status);
    return status != U_INVALID_CHAR_FOUND;
}

std::string trim(std::string_view text)
{
    const auto wide = utf16(text);
    std::int32_t start = 0;
    std::int32_t end = wide.length();
    while (start < end && is_blank(wide.char32At(start)))
        start = wide.moveIndex32(start, 1);
    while (end > start && is_blank(wide.char32At(end - 1)))
        end = wide.moveIndex32(end, -1);
    return utf8(wide.tempSubStringBetween(start, end));
}

std::string normalise(std::string_view text)
{
    auto lines = replace_all(std::string{text}, "\r\n", "\n");
    std::replace(lines.begin(), lines.end(), '\r', '\n');
    const auto wide = normalised(normaliser(&icu::Normalizer2::getNFCInstance), utf16(lines));
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
        const auto c = wide.char32At(i);
        if (c == '\n' || c == '\t' || u_charType(c) != U_CONTROL_CHAR) kept.append(c);
    }
    return utf8(kept);
}

std::string fold(std::string_view text)
{
    if (is_ascii(text)) return fold_ascii(text);
    const auto folded =
        normalised(normaliser(&icu::Normalizer2::getNFKCCasefoldInstance), utf16(text));
    const auto apart = normalised(normaliser(&icu::Normalizer2::getNFDInstance), folded);
    icu::UnicodeString key;
    for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const auto c = apart.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) append_word_part(key, c);
    }
    if (key.endsWith(u' ')) key.truncate(key.length() - 1);
    return utf8(normalised(normaliser(&icu::Normalizer2::getNFCInstance), key));
}

std::string initials(std::string_view name)
{
    icu::UnicodeString first;
    icu::UnicodeString last;
    const auto wide = utf16(name);
    bool inside = false;
    for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
        const auto c = wide.char32At(i);
        if (!inside && u_isalnum(c)) (first.isEmpty() ? first : last).setTo(u_toupper(c));
        inside = !is_blank(c) && (inside || u_isalnum(c));
    }
    return utf8(first.append(last));
}

} // namespace base
