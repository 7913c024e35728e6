#include "kernel/mail/incoming_text.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace mail
{
namespace
{

using Lines = std::vector<std::string>;

constexpr std::size_t attribution_lines_max = 3;
constexpr std::size_t prefixes_max = 10;
constexpr std::size_t separator_bytes_max = 80; // of a line, that are looked at
constexpr std::size_t field_bytes_max = 16;
constexpr std::size_t tail_bytes = 20;

/// What programs write above the message they answer, and telephones under what was typed, folded.
constexpr std::array<std::string_view, 4> dashed{"message d origine", "original message",
                                                 "forwarded message", "message transf"};
constexpr std::array<std::string_view, 3> telephones{"envoye de mon", "envoye depuis",
                                                     "sent from my"};
constexpr std::string_view rule = "________________________________";
constexpr std::array<std::string_view, 7> prefixes{
    "re:", "re :", "fwd:", "fw:", "tr:", "tr :", "aw:"};

bool is_quotation(std::string_view line)
{
    return line.starts_with('>');
}

bool is_signature_mark(std::string_view line)
{
    return line == "-- " || line == "--";
}

template <std::size_t Count>
bool begins_with_one(std::string_view folded, const std::array<std::string_view, Count>& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.starts_with(word); });
}

bool is_separator(std::string_view line)
{
    if (line.starts_with(rule)) return true;
    const auto folded = base::fold(line.substr(0, separator_bytes_max));
    return begins_with_one(folded, telephones) ||
           (line.starts_with('-') && begins_with_one(folded, dashed));
}

/// A sender followed at once by a date or a recipient, as Outlook writes.
bool is_outlook_head(const Lines& lines, std::size_t at)
{
    constexpr std::array<std::string_view, 2> senders{"de ", "from "};
    constexpr std::array<std::string_view, 5> others{"envoye ", "sent ", "date ", "a ", "to "};
    if (at + 1 >= lines.size()) return false;
    const auto is_field = [](const std::string& line) {
        const auto colon = line.substr(0, separator_bytes_max).find(':');
        return colon != line.npos && colon < field_bytes_max;
    };
    return is_field(lines[at]) && is_field(lines[at + 1]) &&
           begins_with_one(base::fold(lines[at].substr(0, separator_bytes_max)), senders) &&
           begins_with_one(base::fold(lines[at + 1].substr(0, separator_bytes_max)), others);
}

/// « Le 21 nov. 2026 à 10:02, Vigie <support@vigie.example> a écrit : », over up to three lines:
/// how many; 0 = it is none.
std::size_t attribution_lines(const Lines& lines, std::size_t at)
{
    const bool may_begin = base::starts_with_ignoring_case(lines[at], "le ") ||
                           base::starts_with_ignoring_case(lines[at], "on ");
    if (!may_begin) return 0;
    for (std::size_t count = 1; count <= attribution_lines_max && at + count <= lines.size();
         ++count) {
        const auto line = base::trim(lines[at + count - 1]);
        if (line.empty()) return 0;
        if (!line.ends_with(':')) continue;
        const auto end = base::fold(line.substr(line.size() - std::min(line.size(), tail_bytes)));
        if (end.ends_with("wrote") || end.ends_with("a ecrit")) return count;
    }
    return 0;
}

std::string joined(const Lines& lines)
{
    return base::trim(base::join(lines, "\n"));
}

} // namespace

Folded fold_quotes(std::string_view text)
{
    const auto lines = base::split(base::normalise(text), '\n');
    Lines own;
    Lines quoted;
    std::size_t at = 0;
    while (at < lines.size()) {
        if (const auto count = attribution_lines(lines, at); count > 0) {
            quoted.insert(quoted.end(), lines.begin() + static_cast<std::ptrdiff_t>(at),
                          lines.begin() + static_cast<std::ptrdiff_t>(at + count));
            at += count;
            continue;
        }
        const bool is_end =
            is_signature_mark(lines[at]) || is_separator(lines[at]) || is_outlook_head(lines, at);
        if (is_end) break;
        (is_quotation(lines[at]) ? quoted : own).push_back(lines[at]);
        ++at;
    }
    quoted.insert(quoted.end(), lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end());
    Folded folded{.text = joined(own), .quoted = joined(quoted)};
    if (folded.text.empty()) return {.text = joined(lines), .quoted = {}};
    return folded;
}

std::string markdown_of(std::string_view text)
{
    auto lines = base::split(text, '\n');
    for (auto& line : lines) {
        const auto words = base::trim(line);
        const bool is_rule = words.find_first_not_of("=-_* ") == words.npos;
        line = !words.empty() && (words.front() == '#' || is_rule) ? "\\" : "";
        for (const char c : words) {
            if (c == '<' || c == '\\' || c == '`') line += '\\';
            line += c;
        }
    }
    return base::trim(base::join(lines, "\n"));
}

std::string bare_subject(std::string_view subject)
{
    auto bare = base::trim(subject);
    for (std::size_t count = 0; count < prefixes_max; ++count) {
        const auto* found = std::find_if(prefixes.begin(), prefixes.end(), [&](auto prefix) {
            return base::starts_with_ignoring_case(bare, prefix);
        });
        if (found == prefixes.end()) break;
        bare = base::trim(bare.substr(found->size()));
    }
    return bare;
}

} // namespace mail
