#include "kernel/documents/rich_text.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/written_link.hpp"

#include <array>
#include <span>

namespace documents
{
namespace
{

using namespace html;

enum class Reader { Page, Editor };

constexpr std::array<std::string_view, 4> size_classes{"size-small", "", "size-large", "size-huge"};

Html lines_of(std::string_view words)
{
    Html lines;
    for (auto end = words.find('\n'); end != words.npos; end = words.find('\n')) {
        lines += group(text(words.substr(0, end)), br());
        words.remove_prefix(end + 1);
    }
    lines += text(words);
    return lines;
}

/// A link opens beside the page, so that what is being typed there stays.
Html link_around(const std::string& address, const Html& words, Reader reader)
{
    const auto link = written_link(address);
    if (!link) return words;
    if (reader == Reader::Editor) return a(href(*link), words);
    return a(href(*link), when(link->is_page(), target("_blank")), rel("noopener nofollow"), words);
}

Html run_of(const TextRun& run, Reader reader)
{
    auto made = lines_of(run.words);
    const auto size = size_classes.at(static_cast<std::size_t>(run.marks.size));
    if (!size.empty()) made = span(cls(size), made);
    if (run.marks.italic) made = em(made);
    if (run.marks.bold) made = strong(made);
    return run.marks.link.empty() ? made : link_around(run.marks.link, made, reader);
}

Html runs_of(const TextBlock& block, Reader reader)
{
    return each(block.runs, [&](const TextRun& run) { return run_of(run, reader); });
}

/// Takes from `rest` what stands in one list: the items of its level and, inside each, those below.
Html list_of(std::span<const TextBlock>& rest, Reader reader)
{
    const auto kind = rest.front().kind;
    const auto level = rest.front().level;
    Html items;
    while (!rest.empty() && rest.front().level == level && rest.front().kind == kind) {
        auto item = runs_of(rest.front(), reader);
        rest = rest.subspan(1);
        while (!rest.empty() && rest.front().level > level)
            item += list_of(rest, reader);
        items += li(item);
    }
    return kind == TextKind::Bullet ? ul(items) : ol(items);
}

Html blocks_of(const RichText& text, Reader reader)
{
    Html made;
    std::span<const TextBlock> rest{text.blocks};
    while (!rest.empty()) {
        if (rest.front().level > 0) {
            made += list_of(rest, reader);
            continue;
        }
        made += p(runs_of(rest.front(), reader));
        rest = rest.subspan(1);
    }
    return made;
}

} // namespace

Html to_html(const RichText& text)
{
    return blocks_of(text, Reader::Page);
}

std::string to_source_html(const RichText& text)
{
    return blocks_of(text, Reader::Editor).text();
}

} // namespace documents
