#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/checklist.hpp"
#include "modules/tickets/checklist_actions.hpp"
#include "modules/tickets/checklist_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;
using tickets::test_kit::outcome_of;

namespace
{

const std::string place = "/e/vigie/tickets/";
const std::string templates = "/e/vigie/reglages/listes";

std::string found_in(const http::Response& page, const std::string& pattern)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{pattern}));
    return found[1];
}

std::string first_item(const http::Response& page)
{
    return found_in(page, "/points/([0-9]+)\"");
}

} // namespace

TEST_CASE("one item a line; nothing, too many and too long are refused")
{
    using tickets::check_items;
    CHECK(tickets::items_in(" Câble \n\n\tAlimentation\r\nPhoto") ==
          std::vector<std::string>{"Câble", "Alimentation", "Photo"});
    CHECK(outcome_of([] { check_items({}); }) == "tickets.checklist.refusal.no_item");
    const std::vector<std::string> many(tickets::checklist_items_max + 1, "x");
    CHECK(outcome_of([&] { check_items(many); }) == "tickets.checklist.refusal.too_many_items");
    std::string longest;
    for (std::size_t i = 0; i < tickets::item_points_max; ++i)
        longest += "é";
    CHECK(outcome_of([&] { check_items({longest}); }) == "done");
    CHECK(outcome_of([&] { check_items({longest + "x"}); }) ==
          "tickets.checklist.refusal.item_too_long");
}

TEST_CASE_ENGINES("checklists: many on a ticket, each item ticked by whom and when")
{
    Desk desk{engine}; // market row 21
    const auto ticket = place + desk.open_request();
    auto& goulven = desk.goulven.browser;
    for (const char* title : {"Avant de partir", "Sur place"})
        CHECK(goulven.post(ticket + "/listes", {{"title", title}, {"items", "Câble\nAlimentation"}})
                  .status == 303);
    const auto page = goulven.get(ticket);
    CHECK(holds(page, "Avant de partir"));
    CHECK(holds(page, "Sur place"));
    const auto item = first_item(page);
    CHECK(goulven.post(ticket + "/points/" + item, {{"tick", "done"}}).status == 303);
    CHECK(desk.soizic.browser.post(ticket + "/points/" + item, {{"tick", "done"}}).status == 303);
    const auto ticked = desk.soizic.browser.get(ticket);
    CHECK(holds(ticked, "1 sur 2"));
    CHECK(holds(ticked, "Fait par Goulven Tréguer"));
    CHECK_FALSE(holds(ticked, "Fait par Soizic"));
    desk.soizic.browser.post(ticket + "/points/" + item, {{"tick", "undo"}});
    CHECK_FALSE(holds(goulven.get(ticket), "Fait par"));

    desk.malo.browser.get("/p/vigie/demandes");
    CHECK_FALSE(holds(desk.malo.browser.get("/p/vigie/demandes/" + ticket.substr(place.size())),
                      "Avant de partir"));
    const auto list = found_in(goulven.get(ticket), "/listes/([0-9]+)/retrait\"");
    CHECK(goulven.post(ticket + "/listes/" + list + "/retrait").status == 303);
    CHECK_FALSE(holds(goulven.get(ticket), "Avant de partir"));
    CHECK(goulven.post(ticket + "/points/" + item, {{"tick", "done"}}).status == 404);
}

TEST_CASE_ENGINES("mandatory to close: a ticket is not resolved while a required item is left")
{
    Desk desk{engine}; // market row 21
    const auto ticket = place + desk.open_request();
    auto& goulven = desk.goulven.browser;
    goulven.post(ticket + "/prise-en-charge");
    goulven.post(ticket + "/listes", {{"title", "Avant de rendre"},
                                      {"items", "Photo du câblage\nMot de passe changé"},
                                      {"is_required", "on"}});
    goulven.post(ticket + "/listes", {{"title", "Si possible"}, {"items", "Nettoyer"}});
    const auto resolve = [&] {
        const auto version = value_in(goulven.get(ticket), "version");
        return goulven.post(ticket + "/deplacement",
                            {{"move", "resolve"}, {"version", version}, {"body", "Remplacé."}});
    };
    const auto refused = resolve();
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Photo du câblage · Mot de passe changé"));
    CHECK(holds(refused, "Remplacé."));
    CHECK_FALSE(holds(refused, "Nettoyer."));
    const auto page = goulven.get(ticket);
    goulven.post(ticket + "/points/" + first_item(page), {{"tick", "done"}});
    CHECK(holds(resolve(), "1 point obligatoire"));
    const auto left = found_in(goulven.get(ticket),
                               "/points/([0-9]+)\"(?:(?!/points/)[\\s\\S])*Mot de passe changé");
    goulven.post(ticket + "/points/" + left, {{"tick", "done"}});
    CHECK(resolve().status == 303);
}

TEST_CASE_ENGINES("a template is written once by an admin and put on tickets as it is")
{
    Desk desk{engine};
    auto& enora = desk.enora.browser;
    CHECK(desk.goulven.browser.get(templates).status == 403);
    const auto refused = enora.post(templates, {{"title", "x"}, {"items", ""}});
    CHECK(refused.status == 422);
    CHECK(enora
              .post(templates, {{"title", "Mise en service"},
                                {"items", "Caméra nommée\nHeure réglée"},
                                {"is_required", "on"}})
              .status == 303);
    const auto written = templates + "/" + found_in(enora.get(templates), "listes/([0-9]+)\"");
    const auto version = value_in(enora.get(written), "version");
    const Typed better{{"title", "Mise en service"},
                       {"items", "Caméra nommée\nHeure réglée\nPhoto"},
                       {"is_required", "on"},
                       {"version", version}};
    CHECK(enora.post(written, better).status == 303);
    CHECK(holds(enora.post(written, better), "entre-temps"));

    const auto ticket = place + desk.open_request();
    const auto page = desk.goulven.browser.get(ticket + "/listes");
    CHECK(holds(page, "Mise en service"));
    CHECK(holds(page, "3 points"));
    desk.goulven.browser.post(ticket + "/listes", {{"title", value_in(page, "title")},
                                                   {"items", value_in(page, "items")},
                                                   {"is_required", value_in(page, "is_required")}});
    CHECK(holds(desk.goulven.browser.get(ticket), "0 sur 3"));
    CHECK(holds(desk.goulven.browser.get(ticket), "Obligatoire pour résoudre"));
    CHECK(enora.post(written + "/retrait").status == 303);
    CHECK(enora.get(written).status == 404);
    CHECK(holds(desk.goulven.browser.get(ticket), "Mise en service"));
}

TEST_CASE_ENGINES("a copied ticket has the checklists of the first, with nothing done")
{
    Desk desk{engine}; // TKT-043
    const auto ticket = place + desk.open_request();
    auto& goulven = desk.goulven.browser;
    goulven.post(ticket + "/listes", {{"title", "Avant de partir"}, {"items", "Câble"}});
    goulven.post(ticket + "/points/" + first_item(goulven.get(ticket)), {{"tick", "done"}});
    const auto made = goulven.post(ticket + "/copie");
    const auto copy = goulven.get(std::string{made.headers.get("Location")});
    CHECK(holds(copy, "Avant de partir"));
    CHECK(holds(copy, "0 sur 1"));
}
