#include "kernel/documents/documents.hpp"
#include "kernel/documents/pieces.hpp"

#include <doctest.h>

#include <algorithm>

using namespace documents;

namespace
{

using Kind = PricedLines::Kind;

PricedLines::Line sold(const std::string& name)
{
    return {.name = name,
            .details = "Portail deux vantaux",
            .figures = {"10,6 m²", "14,00 €", "20 %", "148,40 €"}};
}

PricedLines lines(int count)
{
    PricedLines block{.title = "Désignation",
                      .columns = {{"Quantité", Align::Right, 13},
                                  {"P.U. HT", Align::Right, 13},
                                  {"TVA", Align::Right, 9},
                                  {"Total HT", Align::Right, 15}}};
    block.lines.push_back({.kind = Kind::Section, .name = "Préparation"});
    for (int i = 0; i < count; ++i)
        block.lines.push_back(sold("Décapage chimique"));
    return block;
}

Document quote(int count)
{
    return {.title = "Devis DEV-2026-0001",
            .subtitle = "du 22 novembre 2026, valable jusqu’au 22 décembre 2026",
            .from = {.name = "Ouest Vigilance"},
            .body = {Parties{.from = {"Ouest Vigilance SARL", "4 quai des Indes"},
                             .to_label = "Client",
                             .to = {"Ferronnerie Le Bihan", "3 rue des Dunes", "56270 Ploemeur"}},
                     lines(count),
                     Sums{.sums = {{.label = "Total HT", .value = "148,40 €"},
                                   {.label = "Total TTC",
                                    .value = "178,08 €",
                                    .weight = Sums::Weight::Strong}}}},
            .made_at = base::parse_iso("2026-11-22T08:00:00Z").value()};
}

std::vector<Piece> pieces(const Document& document)
{
    Canvas canvas{{.title = "x", .author = "y", .made_at = document.made_at}};
    return pieces_of(canvas, document);
}

} // namespace

TEST_CASE("the sums of a quote are never alone on a page: its last line goes with them") // QUO-036
{
    for (int count = 10; count < 40; ++count) {
        const auto all = pieces(quote(count));
        const auto pages = pages_of(all, 560, 640);
        const auto first_sum = all.size() - 2;
        const auto& last = pages.back();
        CAPTURE(count);
        CHECK(std::ranges::find(last, first_sum - 1) != last.end());
        CHECK(std::ranges::find(last, first_sum) != last.end());
    }
}

TEST_CASE("a section stays with its first line, and the head comes again on each page") // QUO-036
{
    auto document = quote(30);
    auto& block = std::get<PricedLines>(document.body[1]);
    block.lines.insert(block.lines.begin() + 17, {.kind = Kind::Section, .name = "Options"});
    const auto all = pieces(document);
    const std::size_t head = 1;
    const std::size_t options = 2 + 17;
    for (double room = 300; room < 400; ++room) {
        const auto pages = pages_of(all, room, room);
        CAPTURE(room);
        for (std::size_t page = 0; page + 1 < pages.size(); ++page) {
            CHECK(pages[page].back() != options);
            CHECK(pages[page + 1].front() == head);
        }
    }
}

TEST_CASE("an option that nobody took looks otherwise than what is sold") // QUO-002
{
    auto proposed = quote(1);
    std::get<PricedLines>(proposed.body[1]).lines.back().kind = Kind::Proposed;
    CHECK(pdf_of(quote(1)) != pdf_of(proposed));
}

TEST_CASE("a quote has lines up to a limit")
{
    CHECK_THROWS(pdf_of(quote(static_cast<int>(rows_max))));
}
