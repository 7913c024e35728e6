#include "modules/tickets/mention.hpp"

#include "kernel/base/text.hpp"
#include "modules/tickets/reply.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr int words_max = 5;  ///< of a name
constexpr int signs_max = 50; ///< « @ » of a text that are looked at

bool is_ascii_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '\'' || c == '_';
}

/// Whether a letter of a name begins at `at`: Latin-1 signs and general punctuation are none, the
/// typographic apostrophe is.
bool is_word(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return is_ascii_word(text[at]);
    if (byte == 0xC2) return false;
    return byte != 0xE2 || text.substr(at, 3) == "’";
}

std::size_t code_point_bytes(unsigned char first)
{
    if (first < 0xC0) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

std::size_t word_bytes(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && is_word(text, at))
        at += code_point_bytes(static_cast<unsigned char>(text[at]));
    return std::min(at, text.size());
}

/// Where the first, the second… word of `text` ends, one space between two.
std::vector<std::size_t> ends_of_words(std::string_view text)
{
    std::vector<std::size_t> ends;
    std::size_t at = 0;
    while (ends.size() < words_max) {
        const auto length = word_bytes(text.substr(at));
        if (length == 0) break;
        at += length;
        ends.push_back(at);
        if (at >= text.size() || text[at] != ' ') break;
        ++at;
    }
    return ends;
}

std::string first_word(std::string_view name)
{
    return base::fold(name.substr(0, name.find(' ')));
}

/// A colleague as he is looked for.
struct Named {
    const Mentionable* member = nullptr;
    std::string name;       ///< folded
    std::string first_name; ///< folded
};

std::vector<Named> names_of(const std::vector<Mentionable>& team)
{
    std::vector<Named> names;
    for (const auto& member : team)
        names.push_back({&member, base::fold(member.name), first_word(member.name)});
    return names;
}

/// Nobody, or the one colleague of that name.
const Mentionable* called(std::string_view words, const std::vector<Named>& team)
{
    const auto folded = base::fold(words);
    const Mentionable* by_first_name = nullptr;
    int bearers = 0;
    for (const auto& named : team) {
        if (named.name == folded) return named.member;
        if (named.first_name != folded) continue;
        by_first_name = named.member;
        ++bearers;
    }
    return bearers == 1 ? by_first_name : nullptr;
}

struct Found {
    const Mentionable* member = nullptr;
    std::size_t bytes = 0;
};

/// The longest name that `text` begins with.
Found name_at(std::string_view text, const std::vector<Named>& team)
{
    const auto ends = ends_of_words(text);
    for (auto end = ends.rbegin(); end != ends.rend(); ++end)
        if (const auto* member = called(text.substr(0, *end), team)) return {member, *end};
    return {};
}

/// Calls `text` and `mention` with the pieces of the body, in order.
template <class Text, class Mention>
void take_apart(std::string_view body, const std::vector<Mentionable>& team, const Text& text,
                const Mention& mention)
{
    std::size_t from = 0;
    int signs = 0;
    const auto names = body.find('@') == body.npos ? std::vector<Named>{} : names_of(team);
    for (auto at = body.find('@'); at != body.npos && signs < signs_max;
         at = body.find('@', at + 1), ++signs) {
        const bool is_inside = at > 0 && (is_ascii_word(body[at - 1]) || body[at - 1] == '.');
        const auto found = is_inside ? Found{} : name_at(body.substr(at + 1), names);
        if (found.member == nullptr) continue;
        text(body.substr(from, at - from));
        mention(*found.member);
        from = at + 1 + found.bytes;
    }
    text(body.substr(from));
}

} // namespace

Mentions mentions_in(std::string_view body, const std::vector<Mentionable>& team)
{
    Mentions mentions;
    take_apart(
        body, team, [&](std::string_view piece) { mentions.body += piece; },
        [&](const Mentionable& member) {
            mentions.body += "@" + member.name;
            const bool is_known = std::ranges::count(mentions.people, member.id) > 0;
            if (!is_known && mentions.people.size() < mentions_max)
                mentions.people.push_back(member.id);
        });
    return mentions;
}

std::string with_bold_mentions(std::string_view body, const std::vector<Mentionable>& team)
{
    std::string text;
    take_apart(
        body, team, [&](std::string_view piece) { text += piece; },
        [&](const Mentionable& member) { text += "**@" + escaped_markdown(member.name) + "**"; });
    return text;
}

} // namespace tickets
