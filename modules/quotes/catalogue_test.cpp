#include "modules/quotes/catalogue.hpp"
#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs/brouillon";

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

std::string hidden(const http::Response& page, const std::string& name)
{
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto from = page.body.find(mark);
    REQUIRE(from != std::string::npos);
    return page.body.substr(from + mark.size(),
                            page.body.find('"', from + mark.size()) - from - mark.size());
}

/// An office whose price book sells one thing since today.
struct Shop : Office {
    explicit Shop(db::Engine engine, const std::string& kind = "hourly")
        : Office(engine, {{"pricebook", pricebook::describe}})
    {
        world.prove_second_factor(lea);
        REQUIRE(lea.browser.post(prices).status == 303);
        REQUIRE(lea.browser
                    .post(prices + "/articles", {{"code", "heure"},
                                                 {"category", "Atelier"},
                                                 {"name", "Heure d’atelier"},
                                                 {"kind", kind},
                                                 {"unit", ""},
                                                 {"one_off_price", kind == "hourly" ? "60" : ""},
                                                 {"monthly_price", kind == "hourly" ? "" : "30"},
                                                 {"tax", "intermediate"},
                                                 {"description", "Machine comprise"}})
                    .status == 303);
        const auto page = lea.browser.get(prices + "/activation");
        REQUIRE(lea.browser
                    .post(prices + "/activation", {{"start", "today"},
                                                   {"starts_on", ""},
                                                   {"revision", hidden(page, "revision")}})
                    .status == 303);
    }
    /// What the first button of the price book sends.
    std::string first_step()
    {
        const auto page = lea.browser.get(list + "/catalogue").body;
        const auto from = page.find("value=\"sell-");
        REQUIRE(from != std::string::npos);
        return page.substr(from + 7, page.find('"', from + 7) - from - 7);
    }
};

} // namespace

TEST_CASE("an item becomes a line with its words, its unit, its price and the tax of the regime")
{
    const auto offers = quotes::offers_of({hour()}, {}, quotes::TypedPrices::net); // QUO-002
    REQUIRE(offers.size() == 1);
    const auto& line = offers.front().line.line;
    CHECK(line.name == "Heure d’atelier");
    CHECK(line.unit == "h");
    CHECK(line.unit_price == base::UnitPrice{600'000});
    CHECK(line.tax == "tva10");
    const auto without_tax = quotes::offers_of({hour()}, {.regime = billing::Regime::franchise},
                                               quotes::TypedPrices::gross);
    CHECK(without_tax.front().line.line.tax == "franchise");
    CHECK(without_tax.front().line.text("unit_price") == "60,00");
    const auto gross = quotes::offers_of({hour()}, {}, quotes::TypedPrices::gross);
    CHECK(gross.front().line.text("unit_price") == "66,00");
}

TEST_CASE("what is paid by the month or by the year is offered both ways")
{
    auto rent = hour();
    rent.kind = pricebook::PriceKind::recurring;
    rent.one_off_price.reset();
    rent.monthly_price = base::UnitPrice{250'000};
    rent.annual_price = base::UnitPrice{2'500'000};
    const auto offers = quotes::offers_of({rent}, {}, quotes::TypedPrices::net);
    REQUIRE(offers.size() == 2);
    CHECK(offers[0].line.line.unit == "mois");
    CHECK(offers[1].line.line.unit == "an");
    CHECK(offers[1].line.text("unit_price") == "250,00");
}

TEST_CASE("an offer takes the place of a blank last line, and a full quote takes none")
{
    const auto offers = quotes::offers_of({hour()}, {}, quotes::TypedPrices::net);
    quotes::TypedLines typed;
    typed.lines.push_back(quotes::blank_line(quotes::LineKind::line, 4, billing::Regime::france));
    CHECK(quotes::take_offer(typed, offers, "sell-8") == 0);
    CHECK(quotes::take_offer(typed, offers, offers.front().step) == 5);
    REQUIRE(typed.lines.size() == 1);
    CHECK(typed.lines.front().text("name") == "Heure d’atelier");
    while (typed.lines.size() < quotes::lines_max)
        quotes::take_offer(typed, offers, offers.front().step);
    CHECK(quotes::take_offer(typed, offers, offers.front().step) == 0);
    CHECK(typed.lines.size() == quotes::lines_max);
}

TEST_CASE_ENGINES("a line comes from the price book without JavaScript, and nothing is written")
{
    Shop shop{engine};
    const auto place = shop.start("Extension bois", shop.aurore);
    CHECK(holds(shop.lea.browser.get(place), "Depuis les tarifs"));
    auto typed = shop.head();
    typed.emplace_back("step", "catalogue");
    const auto open = shop.lea.browser.post(place, typed);
    CHECK(holds(open, "Machine comprise"));
    CHECK(holds(open, "60,00"));

    typed.back().second = shop.first_step();
    const auto taken = shop.lea.browser.post(place, typed);
    CHECK(taken.status == 200);
    CHECK(holds(taken, "l1.name\" aria-label=\"Désignation\""));
    CHECK(holds(taken, "66,00")); // with 10 % of tax
    CHECK(version_in(taken) == "1");
    CHECK_FALSE(holds(shop.lea.browser.get(place), "66,00"));
    typed.back().second = "sell-99";
    CHECK_FALSE(holds(shop.lea.browser.post(place, typed), "66,00"));
}

TEST_CASE_ENGINES("a price book that sells nothing yet says so, and who writes no quotes sees none")
{
    Office office{engine};
    CHECK(holds(office.lea.browser.get(office.list + "/catalogue"),
                "Aucun tarif n’est en vigueur aujourd’hui."));
    CHECK(office.malik.browser.get(office.list + "/catalogue").status == 403);
}
