#include "kernel/files/file_name.hpp"

#include "kernel/base/text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>

namespace files
{
namespace
{

constexpr int decodings_max = 3; // « %25252e » is « . » after three

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    const auto lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape = text[i] == '%' && i + 2 < text.size() &&
                               hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
        if (!is_escape) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
    }
    return out;
}

/// Compatibility forms folded (a full-width slash is a slash), bytes that are not UTF-8 replaced.
icu::UnicodeString plain(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto* folding = icu::Normalizer2::getNFKCInstance(status);
    const auto read = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
    auto folded = folding == nullptr ? read : folding->normalize(read, status);
    return U_FAILURE(status) != 0 ? read : folded;
}

bool is_separator(UChar32 c)
{
    return c == '/' || c == '\\' || c == 0x2215 || c == 0x2044 || c == 0x29f8 || c == 0x29f9 ||
           c == 0x2216 || c == 0xfffd;
}

bool is_harmless(UChar32 c)
{
    constexpr std::u32string_view refused = U"<>:\"|?*%";
    if (refused.find(static_cast<char32_t>(c)) != std::u32string_view::npos) return false;
    const auto category = u_charType(c);
    return category != U_CONTROL_CHAR && category != U_FORMAT_CHAR && category != U_SURROGATE &&
           category != U_PRIVATE_USE_CHAR && category != U_UNASSIGNED &&
           category != U_LINE_SEPARATOR && category != U_PARAGRAPH_SEPARATOR;
}

std::string last_part(std::string_view sent)
{
    std::string decoded{sent};
    for (int i = 0; i < decodings_max; ++i)
        decoded = percent_decoded(decoded);
    const auto text = plain(decoded);
    icu::UnicodeString part;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const auto c = text.char32At(at);
        if (is_separator(c))
            part.remove();
        else
            part.append(is_harmless(c) ? c : UChar32{'_'});
    }
    std::string out;
    part.toUTF8String(out);
    out = base::trim(out);
    out.erase(0, std::min(out.find_first_not_of(". "), out.size()));
    while (out.ends_with('.') || out.ends_with(' '))
        out.pop_back();
    return out;
}

/// To a name with room for `rest` bytes of ASCII after it.
std::string cut(std::string text, std::size_t rest = 0)
{
    while (base::code_points(text) + rest > name_length_max ||
           text.size() + rest > name_bytes_max) {
        do
            text.pop_back();
        while (!text.empty() && !base::is_valid_utf8(text));
    }
    return text;
}

/// Names Windows keeps for devices.
bool is_device(std::string_view stem)
{
    const auto lower = base::lower_ascii(stem.substr(0, stem.find('.')));
    constexpr std::array names{"con", "prn", "aux", "nul"};
    if (std::ranges::find(names, lower) != names.end()) return true;
    return lower.size() == 4 && (lower.starts_with("com") || lower.starts_with("lpt")) &&
           lower[3] >= '0' && lower[3] <= '9';
}

} // namespace

std::string clean_name(std::string_view sent)
{
    auto name = cut(last_part(sent));
    if (name.empty()) return "_";
    return is_device(name) ? "_" + name : name;
}

std::string clean_name(std::string_view sent, const Content& content)
{
    auto stem = last_part(sent);
    auto extension = content.extensions.front();
    const auto dot = stem.rfind('.');
    if (dot != std::string::npos) {
        const auto own = base::lower_ascii(stem.substr(dot + 1));
        if (std::ranges::find(content.extensions, own) != content.extensions.end()) {
            extension = own;
            stem.resize(dot);
        }
    }
    return clean_name(cut(stem.empty() ? "_" : stem, extension.size() + 1) + "." + extension);
}

} // namespace files
