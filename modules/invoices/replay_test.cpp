#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs";

std::string hidden(const http::Response& page, const std::string& name)
{
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto from = page.body.find(mark);
    REQUIRE(from != std::string::npos);
    return page.body.substr(from + mark.size(),
                            page.body.find('"', from + mark.size()) - from - mark.size());
}

/// Of the first item of a draft.
std::string item_id(const std::string& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page, found, std::regex{"/brouillon/articles/([0-9]+)"}));
    return found[1];
}

/// An office that sells an hour at 60 and has a draft where it costs 75.
struct Shop : Office {
    explicit Shop(db::Engine engine) : Office(engine, {sale_documents_test::price_book()})
    {
        world.prove_second_factor(lea);
        REQUIRE(lea.browser.post(prices + "/brouillon").status == 303);
        REQUIRE(lea.browser.post(prices + "/brouillon/articles", hour("60")).status == 303);
        const auto page = lea.browser.get(prices + "/brouillon/activation");
        REQUIRE(
            lea.browser
                .post(
                    prices + "/brouillon/activation",
                    {{"start", "today"}, {"starts_on", ""}, {"revision", hidden(page, "revision")}})
                .status == 303);
        REQUIRE(lea.browser.post(prices + "/brouillon").status == 303);
        const auto item = item_id(lea.browser.get(prices + "/brouillon").body);
        auto dearer = hour("75");
        dearer.emplace_back(
            "version", hidden(lea.browser.get(prices + "/brouillon/articles/" + item), "version"));
        REQUIRE(lea.browser.post(prices + "/brouillon/articles/" + item, dearer).status == 303);
    }
    static Typed hour(const std::string& price)
    {
        return {{"code", "heure"},
                {"category", "Atelier"},
                {"name", "Heure d’atelier"},
                {"kind", "hourly"},
                {"unit", ""},
                {"one_off_price", price},
                {"monthly_price", ""},
                {"tax", "standard"},
                {"description", ""}};
    }
    /// What its button sends.
    std::string origin()
    {
        const auto page = lea.browser.get(list + "/catalogue").body;
        const std::string mark = "data-origin=\"";
        const auto from = page.find(mark);
        REQUIRE(from != std::string::npos);
        return page.substr(from + mark.size(),
                           page.find('"', from + mark.size()) - from - mark.size());
    }
    /// Ten hours of the price book and 40,00 that were typed, issued.
    std::string sold()
    {
        const auto place = priced_draft(*this);
        REQUIRE(lea.browser
                    .post(place, {{"client", aurore.text()}, {"title", "Extension bois"},
                                  {"nature", "services"},    {"payment_days", "30"},
                                  {"prices", "net"},         {"version", "2"},
                                  {"l1.kind", "line"},       {"l1.origin", origin()},
                                  {"l1.name", "Heure"},      {"l1.quantity", "10"},
                                  {"l1.unit", "h"},          {"l1.unit_price", "60"},
                                  {"l1.discount", "0"},      {"l1.tax", "tva20"},
                                  {"l2.kind", "line"},       {"l2.name", "Livraison"},
                                  {"l2.quantity", "1"},      {"l2.unit", ""},
                                  {"l2.unit_price", "40"},   {"l2.discount", "0"},
                                  {"l2.tax", "tva20"}})
                    .status == 303);
        REQUIRE(lea.browser.post(place + "/emission", issuing("3")).status == 303);
        world.run_jobs();
        return place;
    }
    /// Of the draft.
    std::string replay_path()
    {
        const auto page = lea.browser.get(prices + "/brouillon/activation").body;
        const auto until = page.find("/rejeu\"");
        REQUIRE(until != std::string::npos);
        const auto from = page.rfind('"', until) + 1;
        return page.substr(from, until - from) + "/rejeu";
    }
};

} // namespace

TEST_CASE_ENGINES("the invoices of a year are told under another version, and nothing is written")
{
    Shop shop{engine}; // PRB-003
    const auto path = shop.replay_path();
    CHECK(holds(shop.lea.browser.get(path), "Aucune facture depuis 12 mois"));
    const auto place = shop.sold();
    priced_draft(shop); // an open one is nobody's turnover
    const auto page = shop.lea.browser.get(path);
    CHECK(holds(page, "Aurore Penhoat"));
    CHECK(holds(page, "640,00"));
    CHECK(holds(page, "790,00"));
    CHECK(holds(page, "150,00"));
    CHECK(holds(page, "1 ligne rejouée"));
    CHECK(holds(page, "1 ligne écrite à la main"));
    CHECK(facts_of(shop, place).figures.totals.net == base::Cents{64'000});

    const auto csv = shop.lea.browser.get(path + ".csv");
    CHECK(holds(csv, "640,00"));
    CHECK(holds(csv, "Aurore Penhoat"));
    CHECK(shop.malik.browser.get(path).status == 403);
}

TEST_CASE_ENGINES("what was taken back is not counted again")
{
    Shop shop{engine}; // PRB-003
    const auto place = shop.sold();
    const auto credit = shop.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_credit(tx, id_of(place), {}, "Annulée");
    });
    REQUIRE(
        shop.lea.browser.post(shop.list + "/" + credit.text() + "/emission", issuing("1")).status ==
        303);
    shop.world.run_jobs();
    const auto csv = shop.lea.browser.get(shop.replay_path() + ".csv");
    CHECK(holds(csv, ";2;0,00;0,00;0,00;0;0;0"));
}

TEST_CASE_ENGINES("a client who is ticked keeps the old price from the day the new ones hold")
{
    Shop shop{engine}; // PRB-003
    shop.sold();
    auto& browser = shop.lea.browser;
    const auto path = prices + "/brouillon/activation";
    const auto page = browser.get(path);
    CHECK(holds(page, "Ce que cela change par client"));
    CHECK(holds(page, "640,00"));
    CHECK(holds(page, "790,00"));
    const auto client = "name=\"keep\" value=\"" + shop.aurore.text() + "\"";
    CHECK(holds(page, client));
    const Typed typed{{"start", "today"},
                      {"starts_on", ""},
                      {"keep", shop.aurore.text()},
                      {"revision", hidden(page, "revision")}};
    auto stranger = typed;
    stranger[2].second = "77";
    const auto refused = browser.post(path, stranger);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "il n’a rien à garder"));
    REQUIRE(browser.post(path, typed).status == 303);

    const auto list = shop.list + "/catalogue";
    CHECK(holds(browser.get(list), "75,00"));
    const auto hers = browser.get(list + "?client=" + shop.aurore.text());
    CHECK(holds(hers, "60,00"));
    CHECK(holds(hers, "Garde l’ancien prix"));
    CHECK(holds(browser.get(prices + "/particuliers"), "Garde l’ancien prix"));
}

TEST_CASE_ENGINES("who was to keep the old price does not when the new ones are put off")
{
    Shop shop{engine}; // PRB-003 PRB-002
    shop.sold();
    auto& browser = shop.lea.browser;
    const auto path = prices + "/brouillon/activation";
    const auto page = browser.get(path);
    const auto version = shop.replay_path();
    const auto later = base::Date{shop.as_lea().today().day + std::chrono::days{10}};
    REQUIRE(browser
                .post(path, {{"start", "later"},
                             {"starts_on", later.text()},
                             {"keep", shop.aurore.text()},
                             {"revision", hidden(page, "revision")}})
                .status == 303);
    CHECK(holds(browser.get(prices + "/particuliers"), "Garde l’ancien prix"));
    const auto put_off = version.substr(0, version.rfind('/')) + "/report";
    REQUIRE(browser.post(put_off).status == 303);
    CHECK_FALSE(holds(browser.get(prices + "/particuliers"), "Garde l’ancien prix"));
    CHECK(holds(browser.get(path), "Ce que cela change par client"));
}
