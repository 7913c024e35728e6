#include "kernel/auth/roles.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/cancellation_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/page_test_kit.hpp"

#include <atomic>
#include <thread>

using namespace quotes_test;

namespace
{

/// Of a line a client has his own price for.
const std::string special = "72057594037927936.once.client.6000000.5000000";

/// An office that gives codes.
struct Shop : Office {
    explicit Shop(db::Engine engine) : Office(engine, {sale_documents_test::price_book()})
    {
        world.prove_second_factor(lea);
    }

    /// Of 10 %. Where it is.
    std::string give(const std::string& code, const Typed& more = {})
    {
        Typed typed{{"code", code},
                    {"effect", "percent_off"},
                    {"percent", "10"},
                    {"starts_on", "2026-01-01"},
                    {"reason", "Salon"}};
        typed.insert(typed.end(), more.begin(), more.end());
        const auto answer = lea.browser.post("/e/charpentes/tarifs/codes", typed);
        REQUIRE(answer.status == 303);
        const std::string to{answer.headers.get("Location")};
        return to.substr(0, to.find('?'));
    }
    /// A draft for Aurore of 500,00 and an option of 120,00, with that code typed.
    http::Response type(const std::string& place, const std::string& code,
                        const std::string& version = "2", const std::string& origin = "")
    {
        auto typed = head("Extension bois", version);
        add_line(typed, 1, "Montage", "1", "500");
        if (!origin.empty()) typed.emplace_back("l1.origin", origin);
        add_line(typed, 2, "Livraison", "1", "120", "option");
        typed.emplace_back("code", code);
        return lea.browser.post(place, typed);
    }
    std::string coded_draft(const std::string& code)
    {
        const auto place = priced_draft(*this);
        REQUIRE(type(place, code).status == 303);
        return place;
    }
    quotes::QuoteId sent(const std::string& place, const std::string& version = "3")
    {
        auto typed = sending("hand");
        typed.back().second = version;
        REQUIRE(lea.browser.post(place + "/envoi", typed).status == 303);
        return *quotes::QuoteId::parse(place.substr(place.rfind('/') + 1));
    }
    void hide_prices()
    {
        world.context(firm, lea.actor).write([](WorkspaceTransaction& tx) {
            auth::set_role_difference(
                tx,
                {.role = "admin", .permission = "pricebook.read", .value = presets::Grant::none});
        });
    }
    /// Empty where it is accepted.
    std::string accept(quotes::QuoteId id)
    {
        try {
            world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
                const auto issue = quotes::IssueStore{tx}.find(id).value();
                quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
            });
        } catch (const base::Refusal& refusal) {
            return refusal.code;
        }
        return {};
    }
};

} // namespace

TEST_CASE_ENGINES("a code typed on a draft is a discount of the quote, which freezes with it")
{
    Shop shop{engine}; // PRB-050 PRB-052
    const auto code = shop.give("ÉTÉ10");
    const auto place = shop.coded_draft("été 10");
    const auto page = shop.lea.browser.get(place);
    CHECK(holds(page, "Code ÉTÉ10"));
    CHECK(holds(page, "−50,00"));
    CHECK(holds(page, "540,00")); // 450,00 and 20 % of it

    const auto id = shop.sent(place);
    REQUIRE(shop.lea.browser.post(code + "/arret").status == 303);
    shop.world.run_jobs();
    CHECK(holds(shop.lea.browser.get(place), "Code ÉTÉ10"));
    CHECK(shop.accept(id).empty());
    CHECK(holds(shop.lea.browser.get(place), "540,00"));
    CHECK(shop.accept(id) == "quotes.refusal.is.accepted");
}

TEST_CASE_ENGINES("a code that is refused says why, keeps what was typed and writes nothing")
{
    Shop shop{engine}; // PRB-050
    const auto place = priced_draft(shop);
    const auto unknown = shop.type(place, "RIEN");
    CHECK(unknown.status == 422);
    CHECK(holds(unknown, "Ce code est inconnu."));
    CHECK(holds(unknown, "value=\"RIEN\""));
    CHECK(version_in(shop.lea.browser.get(place)) == "2");
    REQUIRE(shop.lea.browser.post(shop.give("FINI") + "/arret").status == 303);
    CHECK(holds(shop.type(place, "FINI"), "Ce code a été arrêté."));
}

TEST_CASE_ENGINES("a line at a special price keeps it, unless the code says it adds up")
{
    Shop shop{engine}; // PRB-004
    shop.give("SEUL");
    shop.give("AUSSI", {{"adds_up", "on"}});
    const auto place = priced_draft(shop);
    auto typed = shop.head("Extension bois", "2");
    add_line(typed, 1, "Montage", "1", "500");
    typed.emplace_back("l1.origin", special);
    typed.emplace_back("code", "SEUL");
    CHECK(holds(shop.lea.browser.post(place, typed),
                "Ce code ne s’applique à aucune ligne de ce document."));
    typed.back().second = "AUSSI";
    REQUIRE(shop.lea.browser.post(place, typed).status == 303);
    CHECK(holds(shop.lea.browser.get(place), "540,00"));
    typed = shop.head("Extension bois", "3");
    add_line(typed, 1, "Montage", "1", "500");
    typed.emplace_back("l1.origin", special);
    add_line(typed, 2, "Pose", "1", "100");
    typed.emplace_back("code", "SEUL");
    REQUIRE(shop.lea.browser.post(place, typed).status == 303);
    CHECK(holds(shop.lea.browser.get(place), "−10,00"));
}

TEST_CASE_ENGINES("a draft that drops its code leaves it to others")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", {{"uses_max", "1"}});
    const auto first = shop.coded_draft("UN");
    REQUIRE(shop.type(first, "", "3").status == 303);
    CHECK_FALSE(holds(shop.lea.browser.get(first), "Code UN"));
    CHECK(shop.accept(shop.sent(shop.coded_draft("UN"))).empty());
    CHECK(holds(shop.type(first, "UN", "4"), "Ce code est épuisé"));
    CHECK(shop.accept(shop.sent(first, "4")).empty());
}

TEST_CASE_ENGINES("who may not read prices saves a draft with its code, and adds none")
{
    Shop shop{engine}; // PRB-050
    shop.give("ÉTÉ10");
    shop.give("AUTRE");
    const auto fini = shop.give("FINI");
    const auto place = shop.coded_draft("ÉTÉ10");
    const auto stopped = shop.coded_draft("FINI");
    REQUIRE(shop.lea.browser.post(fini + "/arret").status == 303);
    shop.hide_prices();
    CHECK(holds(shop.type(place + "/totaux", "ÉTÉ10", "3"), "540,00"));
    REQUIRE(shop.type(place, "ÉTÉ10", "3").status == 303);
    CHECK(holds(shop.lea.browser.get(place), "540,00"));
    auto typed = shop.head("Extension bois", "4");
    add_line(typed, 1, "Montage", "1", "500");
    add_line(typed, 2, "Pose", "1", "100");
    typed.emplace_back("code", "ÉTÉ10");
    typed.emplace_back("step", "remove-2");
    CHECK(holds(shop.lea.browser.post(place, typed), "450,00"));

    CHECK(holds(shop.type(place, "AUTRE", "4"), "Ce code est inconnu."));
    CHECK(shop.accept(shop.sent(place, "4")).empty());
    REQUIRE(shop.type(stopped, "FINI", "3").status == 303);
    auto leaving = sending("hand");
    leaving.back().second = "4";
    CHECK(holds(shop.lea.browser.post(stopped + "/envoi", leaving), "Ce code a été arrêté."));
    CHECK(shop.type(stopped, "", "4").status == 303);
}

TEST_CASE_ENGINES("a code that took nothing off is not used by the quote that is accepted")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", {{"uses_max", "1"}});
    const auto first = priced_draft(shop);
    REQUIRE(shop.type(first, "UN", "2", special).status == 303);
    const auto page = shop.lea.browser.get(first);
    CHECK_FALSE(holds(page, "Code UN")); // it is of the option alone
    CHECK(shop.accept(shop.sent(first)).empty());
    CHECK(shop.accept(shop.sent(shop.coded_draft("UN"))).empty());
}

TEST_CASE_ENGINES("a quote whose code is used up is not accepted, and does not leave any more")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", {{"uses_max", "1"}});
    const auto first = shop.sent(shop.coded_draft("UN"));
    const auto second = shop.sent(shop.coded_draft("UN"));
    const auto third = shop.coded_draft("UN");
    CHECK(shop.accept(first).empty());
    CHECK(shop.accept(second) == "pricebook.refusal.code_exhausted");
    auto typed = sending("hand");
    typed.back().second = "3";
    const auto refused = shop.lea.browser.post(third + "/envoi", typed);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Ce code est épuisé"));
}

TEST_CASE_ENGINES("an accepted quote that is cancelled gives the use of its code back")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", {{"uses_max", "1"}});
    const auto first = shop.sent(shop.coded_draft("UN"));
    const auto second = shop.sent(shop.coded_draft("UN"));
    CHECK(shop.accept(first).empty());
    CHECK(shop.accept(second) == "pricebook.refusal.code_exhausted");
    shop.world.context(shop.firm, shop.lea.actor).write([&](WorkspaceTransaction& tx) {
        quotes::cancel_quote(tx, first, "Chantier abandonné");
    });
    CHECK(shop.accept(second).empty());
}

TEST_CASE_ENGINES("twelve accept at once with the last use of a code, and one does")
{
    Shop shop{engine}; // PRB-050
    shop.give("UN", {{"uses_max", "1"}});
    std::vector<quotes::QuoteId> sent;
    for (int at = 0; at < 12; ++at)
        sent.push_back(shop.sent(shop.coded_draft("UN")));
    std::atomic<int> accepted{0};
    std::atomic<int> refused{0};
    {
        std::vector<std::jthread> threads;
        for (const auto id : sent)
            threads.emplace_back([&, id] {
                const auto said = shop.accept(id);
                if (said.empty()) ++accepted;
                if (said == "pricebook.refusal.code_exhausted") ++refused;
            });
    }
    CHECK(accepted == 1);
    CHECK(refused == 11);
}
