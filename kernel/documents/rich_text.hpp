#pragma once

#include "kernel/html/core.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What people write with bold, italic, sizes, lists and links, once for the page and for paper.
namespace documents
{

enum class TextSize { Small, Normal, Large, Huge };

struct TextMarks {
    bool bold = false;
    bool italic = false;
    TextSize size = TextSize::Normal;
    std::string link; ///< as html::written_link gives it; empty: none

    friend bool operator==(const TextMarks&, const TextMarks&) = default;
};
/// Words that look alike. '\n' is a line break inside its block.
struct TextRun {
    std::string words;
    TextMarks marks;

    friend bool operator==(const TextRun&, const TextRun&) = default;
};
enum class TextKind { Paragraph, Bullet, Numbered };
struct TextBlock {
    TextKind kind = TextKind::Paragraph;
    int level = 0; ///< 1 to list_level_max for an item of a list, 0 for a paragraph
    std::vector<TextRun> runs;

    friend bool operator==(const TextBlock&, const TextBlock&) = default;
};
/// As every reader here gives it, it is canonical: no empty block or run, neighbours look
/// different, one space between words, an item at most one level deeper than the one before.
struct RichText {
    std::vector<TextBlock> blocks;

    friend bool operator==(const RichText&, const RichText&) = default;
};

inline constexpr int list_level_max = 4;
/// More than a text of 20 000 characters can have, so that none of them is lost.
inline constexpr std::size_t text_blocks_max = 10'001;
/// What is beyond is not read: the field of a form is bounded first.
inline constexpr std::size_t html_bytes_max = 400'000;

/// Any HTML, safe whatever it is: what is not in RichText is dropped, its words stay, except those
/// of scripts, styles, drawings and fields. Pages and Word documents become clean text. Never
/// throws on content. Any thread.
RichText read_html(std::string_view html);
/// Blank lines part paragraphs; nothing is markup.
RichText read_plain(std::string_view text);

/// The stored form: the same text gives the same bytes. from_json throws std::invalid_argument for
/// what to_json cannot have written.
std::string to_json(const RichText& text);
RichText from_json(std::string_view json);

/// Blocks side by side; the classes size-small, size-large and size-huge are in app.css, the rest
/// of the look comes from what is around (« article »).
html::Html to_html(const RichText& text);
/// The same for an editor to load: read_html gives the same text back.
std::string to_source_html(const RichText& text);
/// « - » or « 1. » before the items of lists, a blank line between paragraphs.
std::string plain_text(const RichText& text);

/// Characters, a line end between blocks counted as one.
std::size_t length(const RichText& text);
bool is_empty(const RichText& text);

/// Of each block: the number of an item of a numbered list, else 0.
std::vector<int> item_numbers(const RichText& text);

} // namespace documents
