#include "app/demonstration/shown_line.hpp"

#include "kernel/presets/preset.hpp"
#include "modules/billing/billing.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using presets::Section;
using sale_documents::Line;
using sale_documents::LineKind;

constexpr int quantity_max = 1'000'000; // hundredths
constexpr int price_max = 10'000'000;   // cents
constexpr int hundredths_of_one = 100;
constexpr std::int64_t hundredth = base::one_whole / hundredths_of_one;

std::string usual_tax(const Material& people)
{
    const auto regime = billing::first_regime(presets::find(people.preset).tax_regime);
    return std::string{billing::tax_choices(regime).front().code};
}

Line read_line(const Section& section, const std::string& usual)
{
    section.only({"kind", "name", "details", "quantity", "unit", "price", "tax"});
    Line line{.name = section.text("name"),
              .details = section.text_or("details", ""),
              .unit = section.text_or("unit", ""),
              .tax = section.text_or("tax", usual)};
    if (section.has("kind"))
        line.kind = section.one_of<LineKind>("kind", {"line", "section", "text", "option"});
    line.quantity = {section.number("quantity", quantity_max).value_or(hundredths_of_one) *
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

} // namespace

std::vector<Section> shown_tables(const Section& section, const std::string& key)
{
    std::vector<Section> tables;
    const auto found = section.table().find(key);
    if (found == section.table().end()) return tables;
    for (const auto& node : std::get<std::vector<presets::Node>>(found->second.value))
        tables.push_back(section.below(std::get<presets::Table>(node.value),
                                       key + ' ' + std::to_string(tables.size() + 1)));
    return tables;
}

std::vector<Line> shown_lines(const Section& section, const Material& people)
{
    const auto usual = usual_tax(people);
    std::vector<Line> lines;
    for (const auto& line : shown_tables(section, "line"))
        lines.push_back(read_line(line, usual));
    return lines;
}

std::size_t shown_client(const Section& section, const Material& people)
{
    return place_of(section, people.clients, &Client::ref, "client");
}

std::size_t shown_member(const Section& section, const Material& people)
{
    return place_of(section, people.business.members, &Member::first_name, "by");
}

} // namespace demonstration
