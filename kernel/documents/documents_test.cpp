#include "kernel/base/refusal.hpp"
#include "kernel/documents/documents.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/documents/pieces.hpp"

#include <doctest.h>

using namespace documents;

namespace
{

Document paper()
{
    base::Chart numbers{.labels = {"a", "b"}, .series = {{"x", {1, 2}}, {"y", {3, {}}}}};
    return {.title = "Rapport",
            .subtitle = "mars 2026",
            .from = {.name = "Ouest Vigilance"},
            .body = {KeyFigures{{{"Ouverts", "12", "8 avant"}}},
                     Drawing{.title = "Par jour", .numbers = numbers},
                     Drawing{.title = "Par nom", .shape = DrawingShape::Rows, .numbers = numbers},
                     Paragraph{"<b>Łódź</b> & cœur"},
                     Table{.columns = {{"Nom"}, {"Nombre", Align::Right}},
                           .rows = {{"Anne", "3"}},
                           .foot = {"Ensemble", "3"}}},
            .made_at = base::parse_iso("2026-03-10T08:00:00Z").value()};
}

std::vector<Piece> rows(std::size_t count)
{
    std::vector<Piece> pieces{{.height = 10, .follows = Follows::Next}};
    for (std::size_t i = 0; i < count; ++i)
        pieces.push_back({.height = 10, .head = 0});
    return pieces;
}

} // namespace

TEST_CASE("the same document gives the same bytes") // DSH-002
{
    const auto first = pdf_of(paper());
    CHECK(first.starts_with("%PDF-1."));
    CHECK(first == pdf_of(paper()));
    auto other = paper();
    other.body.emplace_back(Paragraph{"Une ligne de plus."});
    CHECK(first != pdf_of(other));
}

TEST_CASE("a mark is drawn on each page and moves nothing")
{
    auto marked = paper();
    marked.from.mark = "Démonstration";
    const auto plain = page_images(paper());
    const auto shown = page_images(marked);
    REQUIRE(shown.size() == plain.size());
    for (std::size_t page = 0; page < plain.size(); ++page)
        CHECK(shown[page] != plain[page]);
    CHECK(page_count(marked) == page_count(paper()));
}

TEST_CASE("words of two looks stay one blank apart when an emoji between them goes") // PRG-032
{
    const auto written = [](const std::string& next) {
        return pdf_of({.title = "Fiche",
                       .body = {Written{.text = {.blocks = {{.runs = {{"Bravo", {.bold = true}},
                                                                      {next, {}}}}}}}}});
    };
    CHECK(written("🎉 à tous") == written(" à tous"));
}

TEST_CASE("an answer that is only an emoji is said, not lost") // PRG-032
{
    const auto answered = [](const std::string& words) {
        return pdf_of({.title = "Fiche", .body = {Remark{.author = "Aurore", .words = words}}});
    };
    CHECK(answered("👍🏽") == answered("(émoji)"));
    CHECK(answered("👍 oui") == answered("oui"));
}

TEST_CASE("a document is limited, and says so")
{
    auto document = paper();
    document.body.emplace_back(Paragraph{std::string(text_bytes_max + 1, 'x')});
    CHECK_THROWS_AS(pdf_of(document), base::Refusal);
    document.body.assign(blocks_max + 1, Heading{"x"});
    CHECK_THROWS_AS(pdf_of(document), base::Refusal);
}

TEST_CASE("a table goes on with its head at the top of each page, and no row is lost")
{
    const auto pieces = rows(12);
    const auto pages = pages_of(pieces, 50, 40);
    REQUIRE(pages.size() == 4);
    CHECK(pages[0] == std::vector<std::size_t>{0, 1, 2, 3, 4});
    CHECK(pages[1] == std::vector<std::size_t>{0, 5, 6, 7});
    CHECK(pages[3] == std::vector<std::size_t>{0, 11, 12});
}

TEST_CASE("a heading does not stay alone at the foot of a page")
{
    std::vector<Piece> pieces{
        {.height = 30}, {.height = 10, .follows = Follows::Next}, {.height = 30}};
    const auto pages = pages_of(pieces, 50, 50);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1] == std::vector<std::size_t>{1, 2});
}

TEST_CASE("what is higher than a page has one of its own")
{
    std::vector<Piece> pieces{{.height = 30}, {.height = 500}, {.height = 30}};
    CHECK(pages_of(pieces, 50, 50).size() == 3);
}
