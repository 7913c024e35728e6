#include "modules/sale_documents/catalogue.hpp"
#include "modules/sale_documents/catalogue_views.hpp"

#include <doctest.h>

using namespace sale_documents;

namespace
{

pricebook::ItemForSale hour()
{
    return {.id = pricebook::ItemId{7},
            .code = "heure",
            .category = "Atelier",
            .name = "Heure d’atelier",
            .kind = pricebook::PriceKind::hourly,
            .one_off_price = base::UnitPrice{600'000},
            .tax = pricebook::TaxChoice::intermediate};
}

} // namespace

TEST_CASE("an item becomes a line with its words, its unit, its price and the tax of the regime")
{
    const auto offers = offers_of({hour()}, {}, TypedPrices::net); // QUO-002
    REQUIRE(offers.size() == 1);
    const auto& line = offers.front().line.line;
    CHECK(line.name == "Heure d’atelier");
    CHECK(line.unit == "h");
    CHECK(line.unit_price == base::UnitPrice{600'000});
    CHECK(line.tax == "tva10");
    const auto without_tax =
        offers_of({hour()}, {.regime = billing::Regime::franchise}, TypedPrices::gross);
    CHECK(without_tax.front().line.line.tax == "franchise");
    CHECK(without_tax.front().line.text("unit_price") == "60,00");
    const auto gross = offers_of({hour()}, {}, TypedPrices::gross);
    CHECK(gross.front().line.text("unit_price") == "66,00");
}

TEST_CASE("what is paid by the month or by the year is offered both ways")
{
    auto rent = hour();
    rent.kind = pricebook::PriceKind::recurring;
    rent.one_off_price.reset();
    rent.monthly_price = base::UnitPrice{250'000};
    rent.annual_price = base::UnitPrice{2'500'000};
    const auto offers = offers_of({rent}, {}, TypedPrices::net);
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].line.line.unit == "mois");
    CHECK(offers[1].line.line.unit == "an");
    CHECK(offers[1].line.text("unit_price") == "250,00");
}

TEST_CASE("a line that was taken remembers what everybody pays and what its client does")
{ // PRB-004
    auto item = hour();
    item.list.once = base::UnitPrice{650'000};
    item.source = pricebook::PriceSource::client;
    TypedLines typed;
    take_offer(typed, offers_of({item}, {}, TypedPrices::gross), "sell-7");
    REQUIRE(typed.lines.size() == 1);
    CHECK(typed.lines.front().line.origin == Origin{.item = item.id,
                                                    .source = PriceSource::client,
                                                    .list = base::UnitPrice{650'000},
                                                    .offered = base::UnitPrice{600'000}});
}

TEST_CASE("an offer takes the place of a blank last line, and a full quote takes none")
{
    const auto offers = offers_of({hour()}, {}, TypedPrices::net);
    TypedLines typed;
    typed.lines.push_back(blank_line(LineKind::line, 4, Books{}));
    CHECK(take_offer(typed, offers, "sell-8") == 0);
    CHECK(take_offer(typed, offers, offers.front().step) == 5);
    REQUIRE(typed.lines.size() == 1);
    CHECK(typed.lines.front().text("name") == "Heure d’atelier");
    while (typed.lines.size() < lines_max)
        take_offer(typed, offers, offers.front().step);
    CHECK(take_offer(typed, offers, offers.front().step) == 0);
    CHECK(typed.lines.size() == lines_max);
}

TEST_CASE(
    "what is not sold where the client is cannot be taken, and the list says that some is missing")
{ // PRB-006
    auto far = hour();
    far.is_out_of_zone = true;
    auto cloud = hour();
    cloud.id = pricebook::ItemId{8};
    cloud.name = "Sauvegarde";
    const auto offers = offers_of({far, cloud}, {}, TypedPrices::net);
    TypedLines typed;
    CHECK(take_offer(typed, offers, "sell-7") == 0);
    CHECK(take_offer(typed, offers, "sell-8") != 0);
    const auto shown = catalogue(offers, {}).text();
    CHECK(shown.find("Heure d’atelier") == std::string::npos);
    CHECK(shown.find("Sauvegarde") != std::string::npos);
    CHECK(shown.find("hors de votre zone d’intervention") != std::string::npos);
    CHECK(catalogue(offers_of({cloud}, {}, TypedPrices::net), {}).text().find("zone") ==
          std::string::npos);
}
