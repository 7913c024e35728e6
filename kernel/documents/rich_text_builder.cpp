#include "kernel/documents/rich_text_builder.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace documents
{
namespace
{

constexpr std::array<std::string_view, 3> unbreakable_spaces{"\u00a0", "\u2007", "\u202f"};
constexpr std::array<std::string_view, 18> spaces{
    " ",      "\n",     "\t",     "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u205f", "\u3000"};
/// Invisible: they change the order of what is read, or only look like nothing.
constexpr std::array<std::string_view, 13> dropped{"\u00ad", "\u200b", "\u2060", "\ufeff", "\u202a",
                                                   "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
                                                   "\u2067", "\u2068", "\u2069"};

template <std::size_t Count>
bool is_one_of(std::string_view sign, const std::array<std::string_view, Count>& signs)
{
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

/// Of valid UTF-8.
std::size_t bytes_of_first(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text.front());
    const std::size_t wanted = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return std::min(wanted, text.size());
}

/// The gap between two runs: never a link that neither of them is.
TextMarks marks_between(const TextMarks& before, const TextMarks& after)
{
    if (before.link.empty() || before.link == after.link) return before;
    if (after.link.empty()) return after;
    return {};
}

bool is_visible(const TextBlock& block)
{
    return std::any_of(block.runs.begin(), block.runs.end(),
                       [](const TextRun& run) { return !base::trim(run.words).empty(); });
}

void append(std::vector<TextRun>& runs, std::string_view words, const TextMarks& marks)
{
    if (!runs.empty() && runs.back().marks == marks)
        runs.back().words += words;
    else
        runs.push_back({.words = std::string{words}, .marks = marks});
}

} // namespace

void RichTextBuilder::words(std::string_view text, const TextMarks& marks, LineEnds ends)
{
    const auto clean = base::normalise(text);
    std::string_view rest = clean;
    std::string visible;
    while (!rest.empty()) {
        const auto sign = rest.substr(0, bytes_of_first(rest));
        rest.remove_prefix(sign.size());
        const bool is_space = is_one_of(sign, spaces) || is_one_of(sign, unbreakable_spaces);
        if (is_space && !visible.empty()) write(std::exchange(visible, {}), marks);
        if (sign == "\n" && ends == LineEnds::Breaks)
            line_break();
        else if (is_space)
            space(sign);
        else if (!is_one_of(sign, dropped))
            visible += sign;
    }
    if (!visible.empty()) write(visible, marks);
}

void RichTextBuilder::space(std::string_view sign)
{
    const bool is_kept = space_.empty() && is_one_of(sign, unbreakable_spaces);
    space_ = is_kept ? std::string{sign} : " ";
}

void RichTextBuilder::soft_break()
{
    breaks_ = std::max(breaks_, 1);
}

void RichTextBuilder::begin(TextKind kind, int level)
{
    close();
    kind_ = kind;
    level_ = kind == TextKind::Paragraph ? 0 : std::clamp(level, 1, list_level_max);
}

void RichTextBuilder::write(std::string_view visible, const TextMarks& marks)
{
    if (breaks_ > 1 && kind_ == TextKind::Paragraph) close();
    if (!block_.runs.empty()) write_gap(marks);
    append(block_.runs, visible, marks);
    space_.clear();
    breaks_ = 0;
}

void RichTextBuilder::write_gap(const TextMarks& next)
{
    const auto marks = marks_between(block_.runs.back().marks, next);
    if (breaks_ > 0)
        append(block_.runs, "\n", marks);
    else if (!space_.empty())
        append(block_.runs, space_, marks);
}

void RichTextBuilder::close()
{
    space_.clear();
    breaks_ = 0;
    auto block = std::exchange(block_, {});
    if (!is_visible(block) || made_.blocks.size() >= text_blocks_max) return;
    for (auto& run : block.runs)
        run.words = base::normalise(run.words);
    const int above = made_.blocks.empty() ? 0 : made_.blocks.back().level;
    block.kind = kind_;
    block.level = std::min(level_, above + 1);
    made_.blocks.push_back(std::move(block));
}

RichText RichTextBuilder::finish()
{
    close();
    return std::move(made_);
}

} // namespace documents
