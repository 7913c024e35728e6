#include "kernel/documents/rich_text_builder.hpp"
#include "kernel/html/written_link.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace documents
{
namespace
{

namespace json = boost::json;

constexpr std::int64_t version = 1;
constexpr std::array<std::string_view, 3> kinds{"paragraph", "bullet", "numbered"};
constexpr std::array<std::string_view, 4> sizes{"small", "normal", "large", "huge"};

template <std::size_t Count, class Enum>
std::string_view word_of(const std::array<std::string_view, Count>& words, Enum value)
{
    return words.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t Count>
Enum value_of(const std::array<std::string_view, Count>& words, const json::value& word)
{
    const auto text = std::string_view{word.as_string()};
    const auto* const found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) throw std::invalid_argument("a word no rich text knows");
    return static_cast<Enum>(found - words.begin());
}

json::object object_of(const TextRun& run)
{
    json::object made{{"words", run.words}};
    if (run.marks.bold) made["bold"] = true;
    if (run.marks.italic) made["italic"] = true;
    if (run.marks.size != TextSize::Normal) made["size"] = word_of(sizes, run.marks.size);
    if (!run.marks.link.empty()) made["link"] = run.marks.link;
    return made;
}

json::object object_of(const TextBlock& block)
{
    json::array runs;
    for (const auto& run : block.runs)
        runs.push_back(object_of(run));
    json::object made{{"kind", word_of(kinds, block.kind)}};
    if (block.level > 0) made["level"] = block.level;
    made["runs"] = std::move(runs);
    return made;
}

TextMarks marks_of(const json::object& run)
{
    TextMarks marks;
    if (const auto* bold = run.if_contains("bold")) marks.bold = bold->as_bool();
    if (const auto* italic = run.if_contains("italic")) marks.italic = italic->as_bool();
    if (const auto* size = run.if_contains("size")) marks.size = value_of<TextSize>(sizes, *size);
    if (const auto* link = run.if_contains("link"))
        if (const auto leads = html::written_link(std::string_view{link->as_string()}))
            marks.link = leads->text();
    return marks;
}

void read_block(RichTextBuilder& builder, const json::object& block)
{
    const auto kind = value_of<TextKind>(kinds, block.at("kind"));
    const auto* const level = block.if_contains("level");
    builder.begin(kind, level ? static_cast<int>(
                                    std::clamp<std::int64_t>(level->as_int64(), 1, list_level_max))
                              : 0);
    for (const auto& run : block.at("runs").as_array())
        builder.words(std::string_view{run.as_object().at("words").as_string()},
                      marks_of(run.as_object()), LineEnds::Breaks);
}

} // namespace

std::string to_json(const RichText& text)
{
    json::array blocks;
    for (const auto& block : text.blocks)
        blocks.push_back(object_of(block));
    return json::serialize(json::object{{"version", version}, {"blocks", std::move(blocks)}});
}

RichText from_json(std::string_view stored)
{
    try {
        const auto whole = json::parse(stored).as_object();
        if (whole.at("version").as_int64() != version)
            throw std::invalid_argument("a rich text of another version");
        RichTextBuilder builder;
        for (const auto& block : whole.at("blocks").as_array())
            read_block(builder, block.as_object());
        return builder.finish();
    } catch (const std::invalid_argument&) {
        throw;
    } catch (const std::exception& cause) {
        throw std::invalid_argument(std::string{"not a rich text: "} + cause.what());
    }
}

} // namespace documents
