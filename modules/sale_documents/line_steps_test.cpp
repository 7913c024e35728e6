#include "modules/sale_documents/line_forms.hpp"

#include <doctest.h>

using namespace sale_documents;

namespace
{

constexpr auto regime = billing::Regime::france;
const Books books{};

void add_line(forms::Typed& typed, int key)
{
    for (const auto& [field, text] : forms::Typed{
             {"kind", "line"}, {"name", "Sablage"}, {"quantity", "1"}, {"unit_price", "10"}})
        typed.emplace_back(field_of(key, field), text);
}

} // namespace

TEST_CASE("buttons that need no script add, move, turn and remove lines")
{
    forms::Typed typed;
    add_line(typed, 4);
    add_line(typed, 2);
    auto lines = read_lines(typed, regime);
    const auto keys = [&] {
        std::string text;
        for (const auto& line : lines.lines)
            text += std::to_string(line.key) + " ";
        return text;
    };
    apply_step(lines, "up-2", books);
    CHECK(keys() == "2 4 ");
    apply_step(lines, "up-2", books);
    CHECK(keys() == "2 4 ");
    apply_step(lines, "down-2", books);
    apply_step(lines, "add-section", books);
    CHECK(keys() == "4 2 5 ");
    apply_step(lines, "switch-4", books);
    CHECK(lines.lines[0].kind == LineKind::option);
    apply_step(lines, "remove-2", books);
    CHECK(keys() == "4 5 ");
    for (const auto* nonsense : {"", "add-", "add-x", "remove-99", "up-", "down--1", "-"})
        apply_step(lines, nonsense, books);
    CHECK(keys() == "4 5 ");
}

TEST_CASE("a new line bears the usual tax of the business, while its regime offers it") // INV-005
{
    TypedLines lines;
    apply_step(lines, "add-line", {.usual = "tva10"});
    apply_step(lines, "add-line", {.usual = ""});
    apply_step(lines, "add-line", {.regime = billing::Regime::franchise, .usual = "tva10"});
    CHECK(lines.lines[0].text("tax") == "tva10");
    CHECK(lines.lines[1].text("tax") == "tva20");
    CHECK(lines.lines[2].text("tax") == "franchise");
}
