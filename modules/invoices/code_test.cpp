#include "kernel/auth/roles.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"

#include <atomic>
#include <thread>

using namespace invoices_test;

namespace
{

const std::string special = "72057594037927936.once.client.6000000.5000000";
const std::string from_the_book = "72057594037927936.once.list.10000000.10000000";

/// An office that gives codes of 10 %.
struct Shop : Office {
    explicit Shop(db::Engine engine) : Office(engine, {sale_documents_test::price_book()})
    {
        world.prove_second_factor(lea);
    }

    void give(const std::string& code, const std::string& uses_max)
    {
        REQUIRE(lea.browser
                    .post("/e/charpentes/tarifs/codes", {{"code", code},
                                                         {"effect", "percent_off"},
                                                         {"percent", "10"},
                                                         {"starts_on", "2026-01-01"},
                                                         {"uses_max", uses_max},
                                                         {"reason", "Salon"}})
                    .status == 303);
    }
    http::Response type(const std::string& place, const std::string& code,
                        const std::string& version = "2", const Typed& more = {})
    {
        Typed typed{{"client", aurore.text()},
                    {"title", "Extension bois"},
                    {"nature", "services"},
                    {"payment_days", "30"},
                    {"prices", "net"},
                    {"version", version},
                    {"code", code},
                    {"l1.kind", "line"},
                    {"l1.name", "Montage"},
                    {"l1.quantity", "1"},
                    {"l1.unit", "forfait"},
                    {"l1.unit_price", "500"},
                    {"l1.discount", "0"},
                    {"l1.tax", "tva20"}};
        typed.insert(typed.end(), more.begin(), more.end());
        return lea.browser.post(place, typed);
    }
    void hide_prices()
    {
        as_lea().write([](WorkspaceTransaction& tx) {
            auth::set_role_difference(
                tx,
                {.role = "admin", .permission = "pricebook.read", .value = presets::Grant::none});
        });
    }
    std::string coded_draft(const std::string& code)
    {
        const auto place = priced_draft(*this);
        REQUIRE(type(place, code).status == 303);
        return place;
    }
    /// Of 1 000,00 from the price book, with that code, accepted by Aurore.
    quotes::QuoteId accepted_quote(const std::string& code,
                                   const std::string& origin = from_the_book,
                                   const Typed& more = {})
    {
        const auto sent = lea.browser.post("/e/charpentes/devis", {{"client", aurore.text()},
                                                                   {"title", "Extension bois"},
                                                                   {"valid_until", "2099-12-31"}});
        const std::string place{sent.headers.get("Location")};
        Typed typed{{"client", aurore.text()},
                    {"title", "Extension bois"},
                    {"valid_until", "2099-12-31"},
                    {"prices", "net"},
                    {"version", "1"},
                    {"code", code},
                    {"l1.kind", "line"},
                    {"l1.origin", origin},
                    {"l1.name", "Montage"},
                    {"l1.quantity", "1"},
                    {"l1.unit", "forfait"},
                    {"l1.unit_price", "1000"},
                    {"l1.discount", "0"},
                    {"l1.tax", "tva20"}};
        typed.insert(typed.end(), more.begin(), more.end());
        REQUIRE(lea.browser.post(place, typed).status == 303);
        REQUIRE(lea.browser
                    .post(place + "/envoi", {{"way", "hand"},
                                             {"name", "Aurore Penhoat"},
                                             {"email", ""},
                                             {"valid_until", "2099-12-31"},
                                             {"words", ""},
                                             {"version", "2"}})
                    .status == 303);
        const auto id = *quotes::QuoteId::parse(place.substr(place.rfind('/') + 1));
        as_lea().write([&](WorkspaceTransaction& tx) {
            const auto issue = quotes::IssueStore{tx}.find(id).value();
            quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
        });
        return id;
    }
};

/// Beside the first of 500,00.
Typed second_line(const Typed& more, const std::string& price = "100")
{
    Typed typed{{"l2.kind", "line"},    {"l2.name", "Pose"},      {"l2.quantity", "1"},
                {"l2.unit", "forfait"}, {"l2.unit_price", price}, {"l2.discount", "0"},
                {"l2.tax", "tva20"}};
    typed.insert(typed.end(), more.begin(), more.end());
    return typed;
}

} // namespace

TEST_CASE_ENGINES("a code typed on an invoice is its discount, counted when it is issued")
{
    Shop shop{engine}; // PRB-050 PRB-052
    shop.give("UN", "1");
    const auto first = shop.coded_draft("un");
    const auto second = shop.coded_draft("UN");
    CHECK(holds(shop.lea.browser.get(first), "Code UN"));
    REQUIRE(shop.lea.browser.post(first + "/emission", issuing("3")).status == 303);
    shop.world.run_jobs();
    const auto page = shop.lea.browser.get(first);
    CHECK(holds(page, "Code UN"));
    CHECK(holds(page, "540,00"));
    CHECK(facts_of(shop, first).figures.totals.gross == base::Cents{54'000});

    const auto refused = shop.lea.browser.post(second + "/emission", issuing("3"));
    CHECK(holds(refused, "Ce code est épuisé"));
    CHECK(shop.lea.browser.get(second).body.find("FACT-") == std::string::npos);
    REQUIRE(shop.type(second, "", "3").status == 303);
    CHECK(shop.lea.browser.post(second + "/emission", issuing("4")).status == 303);
}

TEST_CASE_ENGINES(
    "an invoice made from a quote keeps its code and its items, and counts no second use")
{
    Shop shop{engine}; // PRB-050 PRB-003
    shop.give("UN", "1");
    const auto quote = shop.accepted_quote("UN");
    const auto id = shop.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_from_quote(tx, quote, invoices::Share::whole, {});
    });
    const auto place = shop.list + "/" + id.text();
    CHECK(holds(shop.lea.browser.get(place), "value=\"" + from_the_book + "\""));
    REQUIRE(shop.type(place, "UN", "1").status == 303);
    REQUIRE(shop.lea.browser.post(place + "/emission", issuing("2")).status == 303);
    shop.world.run_jobs();
    CHECK(holds(shop.lea.browser.get(place), "Code UN"));
    CHECK(facts_of(shop, place).figures.totals.gross == base::Cents{54'000});
}

TEST_CASE_ENGINES("who may not read prices saves an invoice with its code, and adds none")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", "1");
    shop.give("AUTRE", "1");
    const auto place = shop.coded_draft("UN");
    shop.hide_prices();
    CHECK(holds(shop.type(place + "/totaux", "UN", "3"), "540,00"));
    REQUIRE(shop.type(place, "UN", "3").status == 303);
    CHECK(holds(shop.lea.browser.get(place), "540,00"));
    const auto removed = shop.type(place, "UN", "4", second_line({{"step", "remove-2"}}));
    CHECK(holds(removed, "450,00"));

    CHECK(holds(shop.type(place, "AUTRE", "4"), "Ce code est inconnu."));
    REQUIRE(shop.lea.browser.post(place + "/emission", issuing("4")).status == 303);
    CHECK(facts_of(shop, place).figures.totals.gross == base::Cents{54'000});
}

TEST_CASE_ENGINES("the totals of an invoice whose code was promised follow a line taken away")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", "1");
    const auto quote = shop.accepted_quote("UN");
    const auto id = shop.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_from_quote(tx, quote, invoices::Share::whole, {});
    });
    const auto place = shop.list + "/" + id.text();
    CHECK(holds(shop.type(place, "UN", "1", second_line({{"step", "remove-2"}})), "450,00"));
}

TEST_CASE_ENGINES("a code that took nothing off an invoice is not used by it")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", "1");
    const auto first = priced_draft(shop);
    auto typed = second_line({{"l1.origin", special}}, "0");
    REQUIRE(shop.type(first, "UN", "2", typed).status == 303);
    REQUIRE(shop.lea.browser.post(first + "/emission", issuing("3")).status == 303);
    CHECK(facts_of(shop, first).figures.totals.gross == base::Cents{60'000});
    const auto second = shop.coded_draft("UN");
    CHECK(shop.lea.browser.post(second + "/emission", issuing("3")).status == 303);
}

TEST_CASE_ENGINES("an invoice made from a quote leaves out a code that took nothing off")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", "1");
    const auto quote = shop.accepted_quote("UN", special,
                                           {{"l2.kind", "option"},
                                            {"l2.name", "Livraison"},
                                            {"l2.quantity", "1"},
                                            {"l2.unit", "forfait"},
                                            {"l2.unit_price", "120"},
                                            {"l2.discount", "0"},
                                            {"l2.tax", "tva20"}});
    const auto id = shop.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_from_quote(tx, quote, invoices::Share::whole, {});
    });
    const auto place = shop.list + "/" + id.text();
    CHECK_FALSE(holds(shop.lea.browser.get(place), "value=\"UN\""));
    const auto other = shop.coded_draft("UN");
    REQUIRE(shop.lea.browser.post(other + "/emission", issuing("3")).status == 303);
    CHECK(shop.lea.browser.post(place + "/emission", issuing("1")).status == 303);
}

TEST_CASE_ENGINES("twelve invoices are issued at once with the last use of a code, and one is")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", "1");
    std::vector<std::string> drafts;
    for (int at = 0; at < 12; ++at)
        drafts.push_back(shop.coded_draft("UN"));
    std::atomic<int> issued{0};
    std::atomic<int> refused{0};
    {
        std::vector<std::jthread> threads;
        for (const auto& place : drafts)
            threads.emplace_back([&, place] {
                try {
                    shop.as_lea().write([&](WorkspaceTransaction& tx) {
                        invoices::issue_invoice(tx, {.invoice = id_of(place),
                                                     .seen_version = 3,
                                                     .way = invoices::Way::hand,
                                                     .to_name = "Aurore"});
                    });
                    ++issued;
                } catch (const base::Refusal& refusal) {
                    if (refusal.code == "pricebook.refusal.code_exhausted") ++refused;
                }
            });
    }
    CHECK(issued == 1);
    CHECK(refused == 11);
}
