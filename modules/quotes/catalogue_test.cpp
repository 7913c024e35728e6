#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs/brouillon";

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
        : Office(engine, {sale_documents_test::price_book()})
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

TEST_CASE_ENGINES("a line remembers its item through a save, a copy and a new version")
{
    Shop shop{engine}; // PRB-003
    const auto place = shop.start("Extension bois", shop.aurore);
    auto typed = shop.head();
    typed.emplace_back("step", shop.first_step());
    const auto origin = hidden(shop.lea.browser.post(place, typed), "l1.origin");
    typed.pop_back();
    add_line(typed, 1, "Heure d’atelier", "2", "60");
    typed.emplace_back("l1.origin", origin);
    add_line(typed, 2, "Livraison", "1", "20");
    REQUIRE(shop.lea.browser.post(place, typed).status == 303);
    const auto saved = shop.lea.browser.get(place);
    CHECK(hidden(saved, "l1.origin") == origin);
    CHECK(holds(saved, ".once.list.600000.600000"));
    CHECK_FALSE(holds(saved, "name=\"l2.origin\""));

    const auto copied = shop.lea.browser.post(place + "/copie");
    REQUIRE(copied.status == 303);
    CHECK(hidden(shop.lea.browser.get(copied.headers.get("Location")), "l1.origin") == origin);
}

TEST_CASE_ENGINES("a price book that sells nothing yet says so, and who writes no quotes sees none")
{
    Office office{engine};
    CHECK(holds(office.lea.browser.get(office.list + "/catalogue"),
                "Aucun tarif n’est en vigueur aujourd’hui."));
    CHECK(office.malik.browser.get(office.list + "/catalogue").status == 403);
}
