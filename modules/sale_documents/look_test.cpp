#include "modules/sale_documents/look.hpp"

#include <doctest.h>

using namespace sale_documents;

namespace
{

Paper paper()
{
    return {.title = "Facture FACT-2026-0001",
            .from = {.name = "Charpentes"},
            .colour = "#2d57a8",
            .parties = {.business = {.siret = "73282932000074"}, .client = {.name = "Kerbrat"}},
            .mentions = {"RCS Lorient"},
            .made_at = base::parse_iso("2026-11-22T09:00:00Z").value(),
            .number = "FACT-2026-0001",
            .written_on = "22 novembre 2026"};
}

std::string a_look()
{
    auto look = templates::ready(templates::BaseStyle::premium);
    look.content.foot = "{numero} du {date} pour {nom_client}";
    return templates::frozen(look);
}

} // namespace

TEST_CASE("a paper in a look says what its template adds, and its mentions stay") // QUO-033 QUO-034
{
    auto dressed = paper();
    dressed.look = a_look();
    const auto document = paper_of(dressed);
    CHECK(document.look.manner == documents::Manner::Premium);
    REQUIRE(document.foot_lines.size() == 2);
    CHECK(document.foot_lines.front().starts_with("Charpentes · SIRET"));
    CHECK(document.foot_lines.back() == "FACT-2026-0001 du 22 novembre 2026 pour Kerbrat");
    CHECK(std::get<documents::Paragraph>(document.body.back()).words == "RCS Lorient");
    CHECK(paper_of(paper()).look.manner == documents::Manner::Plain); // left before
}

TEST_CASE("what is billed in Canada is written on Letter") // QUO-036
{
    auto canadian = paper();
    canadian.books.currency = base::Currency::CAD;
    CHECK(paper_of(canadian).look.paper == documents::Paper::Letter);
    canadian.look = a_look();
    CHECK(paper_of(canadian).look.paper == documents::Paper::Letter);
}
