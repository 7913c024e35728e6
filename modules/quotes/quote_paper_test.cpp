#include "kernel/base/refusal.hpp"
#include "modules/quotes/quote_paper.hpp"

#include <doctest.h>

#include <algorithm>

using namespace quotes;

namespace
{

Line priced(const std::string& name, std::int64_t quantity, std::int64_t price)
{
    return {
        .name = name, .quantity = {quantity}, .unit = "m²", .unit_price = {price}, .tax = "tva20"};
}

QuotePaper paper()
{
    QuotePaper paper{.quote = {.title = "Portail et clôture",
                               .valid_until = base::Date::parse("2026-12-20").value(),
                               .delay = "8 jours",
                               .note = "Teinte du garage.",
                               .deposit_kind = SizeKind::percent,
                               .deposit_size = 300'000},
                     .lines = {{.kind = LineKind::section, .name = "Préparation"},
                               priced("Décapage", 106'000, 140'000)},
                     .parties = {.business = {.legal_name = "Charpentes du Ponant SARL",
                                              .siret = "73282932000074",
                                              .address = "4 quai des Indes",
                                              .postal_code = "56100",
                                              .city = "Lorient"},
                                 .client = {.name = "Ferronnerie Le Bihan",
                                            .contact = "Yann Le Bihan",
                                            .lines = {"3 rue des Dunes", "56270 Ploemeur"}}},
                     .from = {.name = "Charpentes du Ponant"},
                     .written_on = base::Date::parse("2026-11-22").value(),
                     .made_at = base::parse_iso("2026-11-22T09:00:00Z").value()};
    paper.lines.push_back(priced("Vernis", 106'000, 180'000));
    paper.lines.back().kind = LineKind::option;
    return paper;
}

template <class Block>
const Block& block_of(const documents::Document& document)
{
    const auto found = std::ranges::find_if(document.body, [](const documents::Block& block) {
        return std::holds_alternative<Block>(block);
    });
    REQUIRE(found != document.body.end());
    return std::get<Block>(*found);
}

std::vector<std::string> amounts(const documents::Document& document)
{
    std::vector<std::string> values;
    for (const auto& sum : block_of<documents::Sums>(document).sums)
        values.push_back(sum.value);
    return values;
}

} // namespace

TEST_CASE("a paper says who writes, to whom, and what it comes to") // QUO-036 QUO-009
{
    const auto document = paper_of(paper());
    const auto& parties = block_of<documents::Parties>(document);
    CHECK(parties.from == std::vector<std::string>{"Charpentes du Ponant SARL", "4 quai des Indes",
                                                   "56100 Lorient",
                                                   "SIRET 732\u00a0829\u00a0320\u00a000074"});
    CHECK(parties.to == std::vector<std::string>{"Ferronnerie Le Bihan", "Yann Le Bihan",
                                                 "3 rue des Dunes", "56270 Ploemeur"});
    CHECK(amounts(document) == std::vector<std::string>{"148,40\u00a0€", "29,68\u00a0€",
                                                        "178,08\u00a0€", "53,42\u00a0€",
                                                        "124,66\u00a0€"});
}

TEST_CASE(
    "an option that nobody took is on the paper with its price, and counts for nothing") // QUO-002
{
    auto shown = paper();
    const auto open = paper_of(shown);
    const auto& proposed = block_of<documents::PricedLines>(open).lines.back();
    CHECK(proposed.kind == documents::PricedLines::Kind::Proposed);
    CHECK(proposed.name == "Vernis (en option)");
    CHECK(proposed.figures.back() == "190,80\u00a0€");
    shown.lines.back().is_ticked = true;
    const auto taken = paper_of(shown);
    CHECK(block_of<documents::PricedLines>(taken).lines.back().kind ==
          documents::PricedLines::Kind::Sold);
    CHECK(amounts(taken).front() == "339,20\u00a0€");
}

TEST_CASE("discounts have a column only where there are some")
{
    auto shown = paper();
    CHECK(block_of<documents::PricedLines>(paper_of(shown)).columns.size() == 4);
    shown.lines[1].discount = {50'000};
    const auto reduced = paper_of(shown);
    const auto& block = block_of<documents::PricedLines>(reduced);
    CHECK(block.columns.size() == 5);
    CHECK(block.lines[1].figures[2] == "5\u00a0%");
}

TEST_CASE("what is free of taxes says by which law, once") // INV-008
{
    auto shown = paper();
    for (auto& line : shown.lines)
        line.tax = "franchise";
    const auto document = paper_of(shown);
    const auto count = std::ranges::count_if(document.body, [](const documents::Block& block) {
        const auto* words = std::get_if<documents::Paragraph>(&block);
        return words != nullptr && words->words == "TVA non applicable, art. 293 B du CGI";
    });
    CHECK(count == 1);
}

TEST_CASE("a quote without a price has a paper without sums, one that cannot be counted has none")
{
    auto shown = paper();
    shown.lines.resize(1);
    CHECK(std::ranges::none_of(paper_of(shown).body, [](const documents::Block& block) {
        return std::holds_alternative<documents::Sums>(block);
    }));
    shown = paper();
    shown.quote.discount_kind = SizeKind::amount;
    shown.quote.discount_size = 1'000'000;
    CHECK_THROWS_WITH_AS(paper_of(shown), "billing.refusal.adjustment", base::Refusal);
}
