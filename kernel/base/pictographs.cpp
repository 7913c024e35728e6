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

bool ends_a_word(char32_t last)
{
    return last == U' ' || last == U'\n';
}

} // namespace

std::string PictographFilter::next(std::string_view piece)
{
    const auto wide =
        icu::UnicodeString::fromUTF8({piece.data(), static_cast<std::int32_t>(piece.size())});
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
        const auto sign = wide.char32At(at);
        const bool goes = is_pictograph(sign) && !is_kept_(static_cast<char32_t>(sign));
        const bool is_spare = is_after_one_ && sign == ' ' && ends_a_word(last_);
        is_after_one_ = goes || is_spare;
        if (is_after_one_) continue;
        kept.append(sign);
        last_ = static_cast<char32_t>(sign);
    }
    std::string shown;
    return kept.toUTF8String(shown);
}

std::string without_pictographs(std::string_view text, const std::function<bool(char32_t)>& is_kept)
{
    return PictographFilter{is_kept}.next(text);
}

} // namespace base
