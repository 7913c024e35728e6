#include "kernel/documents/rich_text.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/rich_text_builder.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace documents
{
namespace
{

std::string words_of(const TextBlock& block)
{
    std::string words;
    for (const auto& run : block.runs)
        words += run.words;
    return words;
}

std::string prefix_of(const TextBlock& block, int number)
{
    if (block.kind == TextKind::Paragraph) return {};
    const std::string indent(static_cast<std::size_t>(block.level - 1) * 2, ' ');
    return indent + (number > 0 ? std::to_string(number) + ". " : "- ");
}

/// Between two blocks of plain text.
std::string_view gap_between(const TextBlock& above, const TextBlock& below)
{
    const bool is_one_list = above.level > 0 && below.level > 0;
    return is_one_list ? "\n" : "\n\n";
}

} // namespace

RichText read_plain(std::string_view text)
{
    RichTextBuilder builder;
    builder.words(text, {}, LineEnds::Breaks);
    return builder.finish();
}

std::vector<int> item_numbers(const RichText& text)
{
    std::vector<int> numbers;
    std::array<int, list_level_max + 1> last{};
    for (const auto& block : text.blocks) {
        const auto level = static_cast<std::size_t>(std::clamp(block.level, 0, list_level_max));
        std::fill(last.begin() + static_cast<std::ptrdiff_t>(level) + 1, last.end(), 0);
        last[level] = block.kind == TextKind::Numbered ? last[level] + 1 : 0;
        numbers.push_back(last[level]);
    }
    return numbers;
}

std::string plain_text(const RichText& text)
{
    const auto numbers = item_numbers(text);
    std::string plain;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const auto& block = text.blocks[i];
        if (i > 0) plain += gap_between(text.blocks[i - 1], block);
        plain += prefix_of(block, numbers[i]) + words_of(block);
    }
    return plain;
}

std::size_t length(const RichText& text)
{
    const auto words = std::accumulate(text.blocks.begin(), text.blocks.end(), std::size_t{0},
                                       [](std::size_t sum, const TextBlock& block) {
                                           return sum + base::code_points(words_of(block)) + 1;
                                       });
    return text.blocks.empty() ? 0 : words - 1;
}

bool is_empty(const RichText& text)
{
    return text.blocks.empty();
}

} // namespace documents
