#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs";

std::string hidden(const http::Response& page, const std::string& name)
{
    std::smatch found;
    const std::regex field{"name=\"" + name + "\" value=\"([^\"]*)\""};
    REQUIRE(std::regex_search(page.body, found, field));
    return found[1];
}

std::string price_in(const http::Response& page, int key)
{
    std::smatch found;
    const auto name = "name=\"l" + std::to_string(key) + "\\.unit_price\"";
    REQUIRE(std::regex_search(page.body, found, std::regex{name + "[^>]* value=\"([^\"]*)\""}));
    return found[1];
}

/// An office that sells an hour at 60 and a day at 400: 10 % less to Aurore, the hour at 48 to
/// Odile.
struct Shop : Office {
    explicit Shop(db::Engine engine) : Office(engine, {sale_documents_test::price_book()})
    {
        world.prove_second_factor(lea);
        auto& browser = lea.browser;
        REQUIRE(browser.post(prices + "/brouillon").status == 303);
        add_item("heure", "60");
        add_item("journee", "400");
        activate();
        favour(aurore, {{"item", ""}, {"effect", "percent_off"}, {"percent", "10"}});
        const auto offer = browser.get(list + "/catalogue").body;
        std::smatch found;
        REQUIRE(std::regex_search(offer, found, std::regex{"data-origin=\"([0-9]+)\\."}));
        favour(odile, {{"item", found[1]}, {"effect", "fixed"}, {"price", "48"}});
    }
    void add_item(const std::string& code, const std::string& price)
    {
        REQUIRE(lea.browser
                    .post(prices + "/brouillon/articles", {{"code", code},
                                                           {"category", "Atelier"},
                                                           {"name", code},
                                                           {"kind", "flat"},
                                                           {"one_off_price", price},
                                                           {"monthly_price", ""},
                                                           {"unit", ""},
                                                           {"tax", "standard"},
                                                           {"description", ""}})
                    .status == 303);
    }
    void activate()
    {
        const auto path = prices + "/brouillon/activation";
        REQUIRE(lea.browser
                    .post(path, {{"start", "today"},
                                 {"starts_on", ""},
                                 {"revision", hidden(lea.browser.get(path), "revision")}})
                    .status == 303);
    }
    void favour(tenancy::ClientId client, Typed typed)
    {
        typed.insert(typed.end(), {{"client", client.text()},
                                   {"starts_on", "2026-01-01"},
                                   {"ends_on", ""},
                                   {"reason", "Accord"}});
        REQUIRE(lea.browser.post(prices + "/particuliers", typed).status == 303);
    }
    /// What the buttons of the price book send, in its order.
    std::vector<std::string> steps()
    {
        const auto page = lea.browser.get(list + "/catalogue").body;
        std::vector<std::string> found;
        const std::regex step{"value=\"(sell-[^\"]+)\""};
        for (std::sregex_iterator at{page.begin(), page.end(), step}, end; at != end; ++at)
            found.push_back((*at)[1]);
        return found;
    }
    /// A draft for Aurore, not saved: an hour at 54, a day that somebody wrote at 350 and a
    /// delivery.
    Typed typed_for_aurore(const std::string& place)
    {
        auto typed = head();
        typed.emplace_back("step", steps().front());
        const auto hour = lea.browser.post(place, typed);
        typed.back().second = steps().back();
        const auto day = hidden(lea.browser.post(place, typed), "l1\\.origin");
        typed.pop_back();
        typed.emplace_back("priced_for", hidden(hour, "priced_for"));
        add_line(typed, 1, "heure", "2", price_in(hour, 1));
        typed.emplace_back("l1.origin", hidden(hour, "l1\\.origin"));
        add_line(typed, 2, "journee", "1", "350");
        typed.emplace_back("l2.origin", day);
        add_line(typed, 3, "Livraison", "1", "20");
        return typed;
    }
};

Typed with_client(Typed typed, tenancy::ClientId client)
{
    std::ranges::find(typed, "client", &Typed::value_type::first)->second = client.text();
    return typed;
}

} // namespace

TEST_CASE_ENGINES(
    "a draft that changes its client before it is saved takes the prices of the new one")
{
    Shop shop{engine}; // PRB-004 PRB-005
    auto& browser = shop.lea.browser;
    const auto place = shop.start("Extension bois", shop.aurore);
    const auto typed = shop.typed_for_aurore(place);
    CHECK(hidden(browser.get(place), "priced_for") == shop.aurore.text());

    auto stepped = with_client(typed, shop.odile);
    stepped.emplace_back("step", "add-text");
    const auto page = browser.post(place, stepped);
    CHECK(page.status == 200);
    CHECK(price_in(page, 1) == "48,00");
    CHECK(price_in(page, 2) == "350");
    CHECK(price_in(page, 3) == "20");
    CHECK(holds(page, ".once.client.600000.480000"));
    CHECK(holds(page, "Prix adaptés à ce client : 1 ligne."));
    CHECK(hidden(page, "priced_for") == shop.odile.text());

    const auto live = browser.post(place + "/totaux", with_client(typed, shop.odile));
    CHECK(holds(live, "id=\"f-l1.unit_price\" value=\"48,00\""));
    CHECK_FALSE(holds(live, "id=\"f-l2.unit_price\""));
    CHECK(holds(live, "Prix adaptés à ce client : 1 ligne."));
    CHECK(holds(live, "466,00")); // 2 × 48 + 350 + 20, before taxes
    const auto same = browser.post(place + "/totaux", typed);
    CHECK_FALSE(holds(same, "unit_price\" value"));
    CHECK_FALSE(holds(same, "Prix adaptés"));
}

TEST_CASE_ENGINES("a draft saved for another client is saved at his prices, and says so")
{
    Shop shop{engine}; // PRB-004
    auto& browser = shop.lea.browser;
    const auto place = shop.start("Extension bois", shop.aurore);
    const auto typed = shop.typed_for_aurore(place);
    const auto malo = shop.add_client("Malo", "Quéré");
    const auto saved = browser.post(place, with_client(typed, malo));
    REQUIRE(saved.status == 303);
    const auto page = browser.get(saved.headers.get("Location"));
    CHECK(holds(page, "Devis enregistré. Prix adaptés à ce client : 1 ligne."));
    CHECK(price_in(page, 1) == "60,00");
    CHECK(price_in(page, 2) == "350,00");
    CHECK(holds(page, ".once.list.600000.600000"));
    CHECK(hidden(page, "priced_for") == malo.text());
}

TEST_CASE_ENGINES("what is sold no longer costs another client what everybody paid")
{
    Shop shop{engine}; // PRB-004 PRB-003
    auto& browser = shop.lea.browser;
    const auto place = shop.start("Extension bois", shop.aurore);
    const auto typed = shop.typed_for_aurore(place);
    REQUIRE(browser.post(prices + "/brouillon").status == 303);
    const auto draft = browser.get(prices + "/brouillon").body;
    std::smatch found;
    REQUIRE(std::regex_search(draft, found, std::regex{"/brouillon/articles/([0-9]+)"}));
    const auto item = prices + "/brouillon/articles/" + found[1].str();
    REQUIRE(browser.post(item + "/retrait", {{"version", hidden(browser.get(item), "version")}})
                .status == 303);
    shop.activate();
    auto stepped = with_client(typed, shop.odile);
    stepped.emplace_back("step", "add-text");
    CHECK(price_in(browser.post(place, stepped), 1) == "60,00");
}

TEST_CASE_ENGINES("prices typed with their taxes follow the client with their taxes")
{
    Shop shop{engine}; // PRB-004
    auto& browser = shop.lea.browser;
    const auto place = shop.start("Extension bois", shop.aurore);
    auto typed = shop.head();
    std::ranges::find(typed, "prices", &Typed::value_type::first)->second = "gross";
    typed.emplace_back("step", shop.steps().front());
    const auto page = browser.post(place, typed);
    CHECK(price_in(page, 1) == "64,80");
    typed.pop_back();
    add_line(typed, 1, "heure", "2", price_in(page, 1));
    typed.emplace_back("l1.origin", hidden(page, "l1\\.origin"));
    const auto live = browser.post(place + "/totaux", with_client(typed, shop.odile));
    CHECK(holds(live, "id=\"f-l1.unit_price\" value=\"57,60\""));
}
