#include "app/demonstration/shown_quote.hpp"

#include "app/demonstration/shown_line.hpp"

namespace demonstration
{
namespace
{

using presets::Section;

constexpr int hundred_percent = 100;

ShownQuote read_quote(const Section& section, const Material& people)
{
    section.only({"client", "by", "title", "delay", "note", "deposit", "state", "reason", "line"});
    ShownQuote shown{.client = shown_client(section, people),
                     .member = shown_member(section, people),
                     .quote = {.title = section.text("title"),
                               .delay = section.text_or("delay", ""),
                               .note = section.text_or("note", "")},
                     .lines = shown_lines(section, people),
                     .reason = section.text_or("reason", "")};
    shown.quote.state =
        section.one_of<quotes::QuoteState>("state", {"draft", "sent", "accepted", "declined"});
    if (const auto deposit = section.number("deposit", hundred_percent)) {
        shown.quote.deposit_kind = quotes::SizeKind::percent;
        shown.quote.deposit_size = *deposit * base::one_whole;
    }
    return shown;
}

} // namespace

std::vector<ShownQuote> read_quotes(std::span<const base::EmbeddedFile> files,
                                    const std::string& preset, const Material& people)
{
    std::vector<ShownQuote> shown;
    const auto path = "presets/" + preset + "/demo/quotes.toml";
    const auto* const file = base::find_embedded(files, path);
    if (file == nullptr) return shown;
    const auto table = presets::parse_toml(file->bytes, path);
    const Section root{table, path};
    for (const auto& section : shown_tables(root, "quote"))
        shown.push_back(read_quote(section, people));
    return shown;
}

} // namespace demonstration
