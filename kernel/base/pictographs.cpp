#include "kernel/base/pictographs.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace base
{
namespace
{

constexpr UChar32 first_pictograph = 0xA9;

bool is_pictograph(UChar32 sign)
{
    constexpr UChar32 joiner = 0x200D;
    if (sign < first_pictograph) return false;
    return sign == joiner || u_hasBinaryProperty(sign, UCHAR_VARIATION_SELECTOR) != 0 ||
           u_hasBinaryProperty(sign, UCHAR_EMOJI) != 0 ||
           u_hasBinaryProperty(sign, UCHAR_EMOJI_COMPONENT) != 0 ||
           u_hasBinaryProperty(sign, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

bool ends_a_word(const icu::UnicodeString& text)
{
    const auto last = text.isEmpty() ? u'\n' : text.charAt(text.length() - 1);
    return last == u' ' || last == u'\n';
}

} // namespace

std::string without_pictographs(std::string_view text, const std::function<bool(char32_t)>& is_kept)
{
    const auto wide =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    icu::UnicodeString kept;
    bool is_after_one = false;
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const auto sign = wide.char32At(at);
        const bool goes = is_pictograph(sign) && !is_kept(static_cast<char32_t>(sign));
        const bool is_spare = is_after_one && sign == ' ' && ends_a_word(kept);
        if (!goes && !is_spare) kept.append(sign);
        is_after_one = goes || is_spare;
    }
    std::string shown;
    return kept.toUTF8String(shown);
}

} // namespace base
