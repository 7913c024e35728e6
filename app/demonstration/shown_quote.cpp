#include "app/demonstration/shown_quote.hpp"

#include "kernel/presets/section.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using presets::Section;

constexpr int quantity_max = 1'000'000; // hundredths
constexpr int price_max = 10'000'000;   // cents
constexpr int hundred_percent = 100;
constexpr std::int64_t hundredth = base::one_whole / 100;

std::vector<Section> tables_in(const Section& section, const std::string& key)
{
    std::vector<Section> tables;
    const auto found = section.table().find(key);
    if (found == section.table().end()) return tables;
    for (const auto& node : std::get<std::vector<presets::Node>>(found->second.value))
        tables.push_back(section.below(std::get<presets::Table>(node.value),
                                       key + ' ' + std::to_string(tables.size() + 1)));
    return tables;
}

quotes::Line read_line(const Section& section)
{
    section.only({"kind", "name", "details", "quantity", "unit", "price"});
    quotes::Line line{.name = section.text("name"),
                      .details = section.text_or("details", ""),
                      .unit = section.text_or("unit", ""),
                      .tax = "tva20"};
    if (section.has("kind"))
        line.kind = section.one_of<quotes::LineKind>("kind", {"line", "section", "text", "option"});
    line.quantity = {section.number("quantity", quantity_max).value_or(hundred_percent) *
                     hundredth};
    line.unit_price = {section.number("price", price_max).value_or(0) * hundredth};
    return line;
}

template <class Rows, class Name>
std::size_t place_of(const Section& section, const Rows& rows, Name name, const char* key)
{
    const auto found = std::ranges::find(rows, section.text(key), name);
    if (found == rows.end()) section.wrong(std::string{key} + " names nobody");
    return static_cast<std::size_t>(found - rows.begin());
}

ShownQuote read_quote(const Section& section, const Material& people)
{
    section.only({"client", "by", "title", "delay", "note", "deposit", "state", "reason", "line"});
    ShownQuote shown{.client = place_of(section, people.clients, &Client::ref, "client"),
                     .member =
                         place_of(section, people.business.members, &Member::first_name, "by"),
                     .quote = {.title = section.text("title"),
                               .delay = section.text_or("delay", ""),
                               .note = section.text_or("note", "")},
                     .lines = {},
                     .reason = section.text_or("reason", "")};
    shown.quote.state =
        section.one_of<quotes::QuoteState>("state", {"draft", "sent", "accepted", "declined"});
    if (const auto deposit = section.number("deposit", hundred_percent)) {
        shown.quote.deposit_kind = quotes::SizeKind::percent;
        shown.quote.deposit_size = *deposit * base::one_whole;
    }
    for (const auto& line : tables_in(section, "line"))
        shown.lines.push_back(read_line(line));
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
    for (const auto& section : tables_in(root, "quote"))
        shown.push_back(read_quote(section, people));
    return shown;
}

} // namespace demonstration
