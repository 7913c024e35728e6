#include "kernel/sms/words.hpp"

#include "kernel/base/text.hpp"

#include <array>
#include <utility>

namespace sms
{
namespace
{

/// Beyond ASCII, what the alphabet has (3GPP 23.038, table 6.2.1); of ASCII it lacks the grave
/// accent.
constexpr std::string_view letters =
    "\u00a3\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\u00d8\u00f8\u00c5\u00e5\u0394\u03a6\u0393"
    "\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9\u00a4\u00a1\u00c4\u00d6"
    "\u00d1\u00dc\u00a7\u00bf\u00e4\u00f6\u00f1\u00fc\u00e0";
constexpr std::string_view doubled = "^{}\\[~]|\u20ac";
constexpr auto written_otherwise = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"’", "'"},
    {"‘", "'"},
    {"“", "\""},
    {"”", "\""},
    {"«", "\""},
    {"»", "\""},
    {"…", "..."},
    {"–", "-"},
    {"—", "-"},
    {"·", "-"},
    {"•", "-"},
    {"\u0153", "oe"},
    {"\u0152", "OE"},
    {"\u00a0", " "},
    {"\u202f", " "},
    {"`", "'"},
    {"°", "o"},
});

/// The first character of a UTF-8 text that is valid.
std::string_view first_of(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        ++length;
    return text.substr(0, length);
}

bool is_plain_ascii(std::string_view character)
{
    return character.size() == 1 && character[0] >= ' ' && character[0] <= '~' &&
           character[0] != '`';
}

bool is_of_alphabet(std::string_view character)
{
    return is_plain_ascii(character) || letters.find(character) != std::string_view::npos ||
           doubled.find(character) != std::string_view::npos;
}

std::string otherwise(std::string_view character)
{
    for (const auto& [from, to] : written_otherwise)
        if (character == from) return std::string{to};
    if (character.size() == 1) return " "; // a control: line end, tab
    const auto plain = base::fold(character);
    if (plain.empty()) return "?";
    for (std::string_view rest{plain}; !rest.empty();) {
        const auto one = first_of(rest);
        if (!is_of_alphabet(one)) return "?";
        rest.remove_prefix(one.size());
    }
    return plain;
}

/// At most so many places, whole characters.
std::string cut(std::string_view text, std::size_t places)
{
    if (gsm_length(text) <= places) return std::string{text};
    constexpr std::string_view dots = "...";
    std::string kept;
    std::size_t used = dots.size();
    while (!text.empty()) {
        const auto one = first_of(text);
        used += gsm_length(one);
        if (used > places) break;
        kept += one;
        text.remove_prefix(one.size());
    }
    return base::trim(kept) + std::string{dots};
}

} // namespace

std::string in_gsm(std::string_view text)
{
    auto clean = base::normalise(text);
    for (const auto* const space : {" ", "\u00a0", "\u202f"}) {
        clean = base::replace_all(clean, std::string{"«"} + space, "\"");
        clean = base::replace_all(clean, space + std::string{"»"}, "\"");
    }
    std::string out;
    for (std::string_view rest{clean}; !rest.empty();) {
        const auto one = first_of(rest);
        out += is_of_alphabet(one) ? std::string{one} : otherwise(one);
        rest.remove_prefix(one.size());
    }
    return out;
}

std::size_t gsm_length(std::string_view text)
{
    std::size_t length = 0;
    while (!text.empty()) {
        const auto one = first_of(text);
        length += doubled.find(one) == std::string_view::npos ? 1U : 2U;
        text.remove_prefix(one.size());
    }
    return length;
}

std::string with_link(std::string_view words, std::string_view link)
{
    constexpr std::size_t least_words = 6; // three characters and the dots
    const auto said = in_gsm(words);
    const auto room = gsm_length(link);
    if (link.empty() || room > words_max) return cut(said, words_max);
    if (room + 1 + least_words > words_max) return std::string{link};
    return cut(said, words_max - room - 1) + " " + std::string{link};
}

} // namespace sms
