#include "modules/letters/block_reading.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/rich_text.hpp"
#include "modules/letters/link_forms.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace letters
{
namespace
{

constexpr std::size_t json_bytes_max = 400'000;

using Texts = TypedTexts;

std::string_view text(const Texts& texts, std::string_view field)
{
    const auto found = texts.find(field);
    return found == texts.end() ? std::string_view{} : std::string_view{found->second};
}

/// Line ends as browsers send them, and blanks at the ends, tell nothing.
std::string plain(std::string_view typed)
{
    std::string words;
    for (const char c : typed)
        if (c != '\r') words += c;
    return std::string{base::trim(words)};
}

documents::RichText as_it_was(std::string_view json)
{
    if (json.empty() || json.size() > json_bytes_max) return {};
    try {
        return documents::from_json(json);
    } catch (const std::exception&) {
        return {}; // typed by nobody's editor
    }
}

std::string rich(const Texts& texts, const std::string& field)
{
    const auto typed = text(texts, field);
    auto words = text(texts, field + "_format") == "html" ? documents::read_html(typed)
                                                          : documents::read_plain(typed);
    if (text(texts, field + "_format") != "html") {
        const auto before = as_it_was(text(texts, field + "_was"));
        if (plain(documents::plain_text(before)) == plain(typed)) words = before;
    }
    return documents::is_empty(words) ? std::string{} : documents::to_json(words);
}

void read_line(TypedBlock& typed, const Texts& texts, const char* field, std::string& to,
               std::size_t length_max)
{
    to = std::string{base::trim(text(texts, field))};
    std::ranges::replace(to, '\n', ' ');
    if (base::code_points(to) > length_max)
        typed.errors[field] = {"letters.error.words", {{"max", std::to_string(length_max)}}};
}

/// What cannot be read stays as it was typed, and is refused.
std::string read_address(std::string_view typed)
{
    auto address = address_of(base::trim(typed));
    return address.empty() ? std::string{base::trim(typed)} : address;
}

/// Rows without a word are no links.
std::vector<Link> read_links(TypedBlock& typed, const Texts& texts)
{
    std::vector<Link> links;
    for (std::size_t row = 1; row <= links_max; ++row) {
        Link link{.label = {},
                  .address = read_address(text(texts, "address" + std::to_string(row)))};
        const auto field = "label" + std::to_string(links.size() + 1);
        read_line(typed, {{field, std::string{text(texts, "label" + std::to_string(row))}}},
                  field.c_str(), link.label, label_length_max);
        if (!link.label.empty() || !link.address.empty()) links.push_back(std::move(link));
    }
    return links;
}

void read_picture(TypedBlock& typed, const Texts& texts)
{
    constexpr std::size_t shown_max = 120;
    read_line(typed, texts, "words", typed.block.words, alternative_length_max);
    std::int64_t file = 0;
    const auto kept = text(texts, "file");
    std::from_chars(kept.data(), kept.data() + kept.size(), file);
    typed.block.file = std::max<std::int64_t>(file, 0);
    typed.upload = std::string{text(texts, "upload").substr(0, shown_max)};
    typed.upload_name = base::shorten(text(texts, "upload_name"), shown_max);
}

bool has_size(BlockKind kind)
{
    return kind == BlockKind::space || kind == BlockKind::logo || kind == BlockKind::picture;
}

} // namespace

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

TypedBlock read_block(int key, const TypedTexts& texts)
{
    TypedBlock typed;
    typed.key = key;
    auto& block = typed.block;
    forms::FieldType<BlockKind>::read({text(texts, "kind")}, block.kind);
    forms::FieldType<BlockAlign>::read({text(texts, "align")}, block.align);
    forms::FieldType<BlockHue>::read({text(texts, "hue")}, block.hue);
    const bool is_signature = block.kind == BlockKind::signature;
    if (is_signature || block.kind == BlockKind::heading)
        read_line(typed, texts, "words", block.words,
                  is_signature ? signer_length_max : heading_length_max);
    if (is_signature) read_line(typed, texts, "beside", block.beside, signer_length_max);
    if (block.kind == BlockKind::text || block.kind == BlockKind::columns)
        block.text = rich(texts, "text");
    if (block.kind == BlockKind::columns) block.right = rich(texts, "right");
    if (block.kind == BlockKind::picture) read_picture(typed, texts);
    if (block.kind == BlockKind::button) {
        read_line(typed, texts, "words", block.words, label_length_max);
        block.address = read_address(text(texts, "address"));
    }
    if (block.kind == BlockKind::links) block.links = read_links(typed, texts);
    if (has_size(block.kind)) {
        typed.size = std::string{base::trim(text(texts, "size"))};
        block.size = number_in(typed.size).value_or(0);
    }
    return typed;
}

} // namespace letters
