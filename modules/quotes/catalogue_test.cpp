#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs/brouillon";

constexpr db::Query move_away{"test.move_away", R"sql(
    UPDATE crm_client SET billing_postal_code = :code WHERE workspace_id = :workspace AND id = :id
)sql"};

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
    explicit Shop(db::Engine engine, const std::string& kind = "hourly",
                  const std::string& category = "Atelier")
        : Office(engine, {sale_documents_test::price_book()})
    {
        world.prove_second_factor(lea);
        REQUIRE(lea.browser.post(prices).status == 303);
        REQUIRE(lea.browser
                    .post(prices + "/articles", {{"code", "heure"},
                                                 {"category", category},
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

TEST_CASE_ENGINES(
    "an item that is turned off is offered no more, and stays in the quote that has it")
{
    Shop shop{engine}; // PRB-001 PRB-010
    auto& browser = shop.lea.browser;
    const auto place = shop.start("Extension bois", shop.aurore);
    auto typed = shop.head();
    const auto step = shop.first_step();
    typed.emplace_back("step", step);
    const auto origin = hidden(browser.post(place, typed), "l1.origin");
    typed.pop_back();
    add_line(typed, 1, "Heure d’atelier", "2", "60");
    typed.emplace_back("l1.origin", origin);
    REQUIRE(browser.post(place, typed).status == 303);

    REQUIRE(browser.post(prices).status == 303);
    std::smatch found;
    const auto draft = browser.get(prices).body;
    REQUIRE(std::regex_search(draft, found, std::regex{"/brouillon/articles/([0-9]+)"}));
    const auto item = prices + "/articles/" + found[1].str();
    REQUIRE(browser
                .post(item, {{"code", "heure"},
                             {"category", "Atelier"},
                             {"name", "Heure d’atelier"},
                             {"kind", "hourly"},
                             {"unit", ""},
                             {"one_off_price", "60"},
                             {"monthly_price", ""},
                             {"tax", "intermediate"},
                             {"offer", "inactive"},
                             {"description", "Machine comprise"},
                             {"version", hidden(browser.get(item), "version")}})
                .status == 303);
    CHECK(holds(browser.get(prices), "Inactif"));
    const auto activation = prices + "/activation";
    REQUIRE(browser
                .post(activation, {{"start", "today"},
                                   {"starts_on", ""},
                                   {"revision", hidden(browser.get(activation), "revision")}})
                .status == 303);

    CHECK(holds(browser.get("/e/charpentes/tarifs"), "Inactif"));
    CHECK(holds(browser.get("/e/charpentes/tarifs/modifications"), "Inactif"));
    CHECK_FALSE(holds(browser.get(shop.list + "/catalogue"), "value=\"sell-"));
    CHECK(hidden(browser.get(place), "l1.origin") == origin);
    std::ranges::find(typed, "version", &Typed::value_type::first)->second = "2";
    CHECK(browser.post(place, typed).status == 303); // saved again with what it has
    const auto other = shop.start("Autre", shop.aurore);
    auto late = shop.head("Autre");
    late.emplace_back("step", step);
    CHECK_FALSE(holds(browser.post(other, late), "l1.origin"));
}

TEST_CASE_ENGINES("what is sold in the zone alone is refused beside its line to a client elsewhere")
{
    Shop shop{engine, "hourly", "Interventions"}; // PRB-006 ITV-003
    const std::string sentence = "Les interventions physiques ne sont pas disponibles dans votre "
                                 "région. Seuls les services cloud ou web sont accessibles.";
    const auto far =
        shop.world.context(shop.firm, shop.lea.actor).write([](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.company_name = "Lemieux",
                                        .phone = "0261910002",
                                        .billing_postal_code = "H2X 1Y4"});
        });
    const auto place = shop.start("Visite", shop.aurore);
    auto typed = shop.head("Visite");
    typed.emplace_back("step", shop.first_step());
    const auto origin = hidden(shop.lea.browser.post(place, typed), "l1.origin");
    typed.pop_back();
    add_line(typed, 1, "Heure d’atelier", "2", "60");
    typed.emplace_back("l1.origin", origin);
    const auto for_client = [&](tenancy::ClientId client, const std::string& version) {
        auto sent = typed;
        sent.front().second = client.text();
        std::ranges::find(sent, "version", &Typed::value_type::first)->second = version;
        return shop.lea.browser.post(place, sent);
    };
    REQUIRE(shop.lea.browser.post("/e/charpentes/reglages/zone", {{"prefixes", "G4T"}}).status ==
            303);

    const auto refused = for_client(far, "1");
    CHECK(refused.status == 422);
    CHECK(holds(refused, sentence));
    CHECK(holds(refused, "Heure d’atelier"));
    CHECK_FALSE(holds(shop.lea.browser.get(place), "Heure d’atelier"));
    const auto offered = shop.lea.browser.get(shop.list + "/catalogue?client=" + far.text());
    CHECK_FALSE(holds(offered, "value=\"sell-"));
    CHECK(holds(offered, "hors de votre zone d’intervention"));
    CHECK(for_client(shop.aurore, "1").status == 303); // nobody wrote where she is

    shop.world.context(shop.firm, shop.lea.actor).write([&](WorkspaceTransaction& tx) {
        tx.execute(move_away, {{"id", shop.aurore}, {"code", "H2X 1Y4"}});
        return true;
    });
    CHECK(for_client(shop.aurore, "2").status == 303); // sold before she moved
    CHECK(for_client(far, "3").status == 422);
}

TEST_CASE_ENGINES("a price book that sells nothing yet says so, and who writes no quotes sees none")
{
    Office office{engine};
    CHECK(holds(office.lea.browser.get(office.list + "/catalogue"),
                "Aucun tarif n’est en vigueur aujourd’hui."));
    CHECK(office.malik.browser.get(office.list + "/catalogue").status == 403);
}
