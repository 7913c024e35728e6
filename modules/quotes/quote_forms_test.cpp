#include "modules/quotes/quote_forms.hpp"

#include <doctest.h>

using namespace quotes;
using namespace sale_documents;

namespace
{

const Books france{.regime = billing::Regime::france, .currency = base::Currency::EUR};

forms::Typed head()
{
    return {{"client", "42"}, {"title", "Portail"}, {"valid_until", "2026-12-20"}};
}

void add_line(forms::Typed& typed, int key, const std::string& quantity, const std::string& price,
              const std::string& discount = "0", const std::string& kind = "line")
{
    const auto put = [&](std::string_view field, const std::string& text) {
        typed.emplace_back(field_of(key, field), text);
    };
    put("kind", kind);
    put("name", "Sablage");
    put("quantity", quantity);
    put("unit", "m²");
    put("unit_price", price);
    put("discount", discount);
    put("tax", "tva20");
}

std::string error_of(const std::string& field, const std::string& quantity,
                     const std::string& price, const std::string& discount = "0")
{
    auto typed = head();
    add_line(typed, 1, quantity, price, discount);
    const auto form = read_quote(typed, {}, france);
    const auto found = form.lines.lines.at(0).errors.find(field);
    return found == form.lines.lines.at(0).errors.end() ? "" : found->second.key;
}

} // namespace

TEST_CASE("each field of a line says what is wrong with it") // QUO-002
{
    CHECK(error_of("quantity", "0", "10") == "sale_documents.refusal.quantity");
    CHECK(error_of("quantity", "-3", "10") == "sale_documents.refusal.quantity");
    CHECK(error_of("quantity", "1000000", "10").empty());
    CHECK(error_of("quantity", "1000000,1", "10") == "sale_documents.refusal.quantity_large");
    CHECK(error_of("quantity", "deux", "10") == "forms.error.decimal");
    CHECK(error_of("quantity", "", "10") == "forms.error.required");
    CHECK(error_of("unit_price", "1", "1,500") == "forms.error.unclear_number");
    CHECK(error_of("unit_price", "1", "-5") == "forms.error.negative");
    CHECK(error_of("unit_price", "1", "12 €") == "forms.error.decimal");
    CHECK(error_of("unit_price", "1000000", "99 999 999") == "sale_documents.refusal.line_large");
    CHECK(error_of("unit_price", "1", "0").empty());
    CHECK(error_of("discount", "1", "10", "100").empty());
    CHECK(error_of("discount", "1", "10", "100,01") == "forms.error.range");
    CHECK(error_of("discount", "1", "10", "-1") == "forms.error.range");
}

TEST_CASE("a line without a name or with an unknown tax is refused, one that is blank is left out")
{
    auto typed = head();
    add_line(typed, 1, "1", "10");
    add_line(typed, 2, "1", "10");
    typed.insert(typed.end(), {{"l3.kind", "line"}, {"l3.quantity", "1"}, {"l3.tax", "tva20"}});
    for (auto& [name, text] : typed) {
        if (name == "l1.name") text = " ";
        if (name == "l2.tax") text = "tva99";
    }
    const auto form = read_quote(typed, {}, france);
    REQUIRE(form.lines.lines.size() == 3);
    CHECK(form.lines.lines[0].errors.contains("name"));
    CHECK(form.lines.lines[1].errors.at("tax").key == "sale_documents.refusal.tax");
    CHECK(form.lines.lines[2].errors.empty());
    CHECK(lines_of(form.lines).size() == 2);
}

TEST_CASE("two hundred lines are taken, one more is refused and kept as typed")
{
    auto typed = head();
    for (int key = 1; key <= lines_max; ++key)
        add_line(typed, key, "1", "10");
    CHECK(read_quote(typed, {}, france).is_valid());
    add_line(typed, 201, "1", "10");
    const auto form = read_quote(typed, {}, france);
    CHECK(form.head.errors.find("")->key == "sale_documents.refusal.too_many_lines");
    CHECK(form.lines.lines.size() == 201);
}

TEST_CASE("what is saved is typed again the same")
{
    const Quote quote{.client_id = {42},
                      .title = "Portail",
                      .valid_until = *base::Date::parse("2026-12-20"),
                      .discount_kind = SizeKind::amount,
                      .discount_size = 5'000,
                      .deposit_kind = SizeKind::percent,
                      .deposit_size = 305'000};
    const std::vector<Line> lines{{.name = "Vis",
                                   .quantity = {12'340},
                                   .unit = "u",
                                   .unit_price = {123'450},
                                   .discount = {99'750},
                                   .tax = "tva5_5"},
                                  {.kind = LineKind::section, .name = "Pose"},
                                  {.kind = LineKind::option,
                                   .name = "Levage",
                                   .unit_price = {123'456'700},
                                   .tax = "tva10",
                                   .is_ticked = true}};
    const auto shown = shown_quote(quote, lines, france);
    auto typed = shown.head.typed;
    for (const auto& line : shown.lines.lines) {
        typed.emplace_back(field_of(line.key, "kind"), forms::enum_name(line.kind));
        if (line.is_ticked) typed.emplace_back(field_of(line.key, "ticked"), "on");
        for (const auto& [field, text] : line.texts)
            typed.emplace_back(field_of(line.key, field), text);
    }
    const auto form = read_quote(typed, {}, france);
    CHECK(form.is_valid());
    CHECK(lines_of(form.lines) == lines);
    CHECK(form.quote.discount() == quote.discount());
    CHECK(form.quote.deposit() == quote.deposit());
    CHECK(form.counted.figures->totals == shown.counted.figures->totals);
}
