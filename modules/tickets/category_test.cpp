#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/category_actions.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/ticket_board_store.hpp"
#include "modules/tickets/ticket_list_store.hpp"

using namespace tickets_test;
using tickets::Category;
using tickets::Place;

namespace
{

const std::string settings = "/e/vigie/reglages/categories";
const std::string place = "/e/vigie/tickets/";

/// The number of the category of that name, from the list of the settings.
std::string id_of(Desk& desk, const std::string& name)
{
    std::smatch found;
    const auto page = desk.enora.browser.get(settings).body;
    const std::regex link{"categories/([0-9]+)\"[^>]*aria-label=\"Modifier [^\"]*" + name};
    REQUIRE(std::regex_search(page, found, link));
    return found[1];
}

std::string add(Desk& desk, const std::string& name, const std::string& assignee = {})
{
    REQUIRE(desk.enora.browser.post(settings, {{"name", name}, {"assignee", assignee}}).status ==
            303);
    return id_of(desk, name);
}

std::size_t position_in(const http::Response& page, std::string_view words)
{
    return page.body.find(words);
}

} // namespace

TEST_CASE("a category changes places with the next one that is offered")
{
    const std::vector<Category> all{{.id = {1}, .name = "a"},
                                    {.id = {2}, .name = "b", .retired_at = base::Instant{5}},
                                    {.id = {3}, .name = "c"}};
    CHECK(tickets::neighbour(all, {1}, Place::down)->name == "c");
    CHECK(tickets::neighbour(all, {3}, Place::up)->name == "a");
    CHECK(tickets::neighbour(all, {1}, Place::up) == nullptr);
    CHECK(tickets::neighbour(all, {3}, Place::down) == nullptr);
    CHECK(tickets::offered(all, {}).size() == 2);
    CHECK(tickets::offered(all, {all[1]}).size() == 3);
}

TEST_CASE_ENGINES("categories are made, renamed, ordered and retired by an admin only") // TKT-005
{
    Desk desk{engine};
    auto& enora = desk.enora.browser;
    CHECK(desk.goulven.browser.get(settings).status == 403);
    const auto critical = add(desk, "Problème critique");
    const auto update = add(desk, "Mise à jour requise");
    const auto twice = enora.post(settings, {{"name", "PROBLEME critique"}});
    CHECK(twice.status == 422);
    CHECK(holds(twice, "existe déjà"));
    CHECK(enora.post(settings, {{"name", "x"}}).status == 422);

    auto page = enora.get(settings);
    CHECK(position_in(page, "Problème critique") < position_in(page, "Mise à jour requise"));
    CHECK(enora.post(settings + "/" + update + "/place", {{"place", "up"}}).status == 303);
    page = enora.get(settings);
    CHECK(position_in(page, "Mise à jour requise") < position_in(page, "Problème critique"));

    const auto version = value_in(enora.get(settings + "/" + critical), "version");
    const Typed better{{"name", "Panne"}, {"version", version}};
    CHECK(enora.post(settings + "/" + critical, better).status == 303);
    const auto late = enora.post(settings + "/" + critical, better);
    CHECK(late.status == 409);
    CHECK(holds(late, "entre-temps"));
    CHECK(enora.post(settings + "/" + critical + "/retrait").status == 303);
    CHECK(holds(enora.get(settings), "Plus proposées"));
    CHECK(enora.post(settings + "/" + critical + "/retour").status == 303);
    CHECK_FALSE(holds(enora.get(settings), "Plus proposées"));
}

TEST_CASE_ENGINES("a ticket has several categories, shown and filtered wherever the team looks")
{
    Desk desk{engine}; // TKT-005, TKT-040
    auto& goulven = desk.goulven.browser;
    const auto other = desk.open_request();
    const auto critical = add(desk, "Problème critique");
    const auto update = add(desk, "Mise à jour requise");
    const auto client = desk.client_of(desk.malo).text();
    const auto site = desk.add_site("Dépôt", desk.malo).text();
    const auto form = desk.enora.browser.get("/e/vigie/tickets/nouveau?client=" + client);
    CHECK(holds(form, "Problème critique"));
    const auto made = desk.enora.browser.post("/e/vigie/tickets", {{"client", client},
                                                                   {"project", site},
                                                                   {"title", "Porte bloquée"},
                                                                   {"description", "Depuis hier."},
                                                                   {"priority", "medium"},
                                                                   {"origin", "phone"},
                                                                   {"category", critical},
                                                                   {"category", update}});
    REQUIRE(made.status == 303);
    const std::string ticket{made.headers.get("Location")};
    for (const auto& where : {ticket, std::string{"/e/vigie/tickets?vue=all"},
                              std::string{"/e/vigie/tickets/tableau"}}) {
        CAPTURE(where);
        CHECK(holds(goulven.get(where), "Problème critique</span>"));
        CHECK(holds(goulven.get(where), "Mise à jour requise</span>"));
    }
    for (const auto& where : {"/e/vigie/tickets?vue=all&", "/e/vigie/tickets?vue=todo&",
                              "/e/vigie/tickets?vue=unassigned&", "/e/vigie/tickets/tableau?"}) {
        CAPTURE(where);
        const auto page = goulven.get(where + ("categorie=" + update));
        CHECK(holds(page, "Porte bloquée"));
        CHECK_FALSE(holds(page, other));
        CHECK(holds(page, "Catégorie"));
    }
    CHECK(goulven.post(ticket + "/categories", {{"category", critical}}).status == 303);
    CHECK_FALSE(
        holds(goulven.get("/e/vigie/tickets?vue=all&categorie=" + update), "Porte bloquée"));
    CHECK(holds(goulven.get("/e/vigie/tickets?vue=all&categorie=" + critical), "Porte bloquée"));
    CHECK(goulven.post(ticket + "/categories", {{"category", "987"}}).status == 404);

    const auto number = ticket.substr(ticket.rfind('/') + 1);
    for (const auto& where : {"/p/vigie/demandes", ("/p/vigie/demandes/" + number).c_str()})
        CHECK_FALSE(holds(desk.malo.browser.get(where), "Problème critique"));
    const auto copied = goulven.post(ticket + "/copie");
    CHECK(holds(goulven.get(std::string{copied.headers.get("Location")}), "Problème critique"));
}

TEST_CASE_ENGINES("a retired category stays where it is and is offered nowhere else") // TKT-005
{
    Desk desk{engine};
    auto& goulven = desk.goulven.browser;
    const auto critical = add(desk, "Problème critique");
    const auto first = place + desk.open_request();
    CHECK(goulven.post(first + "/categories", {{"category", critical}}).status == 303);
    desk.enora.browser.post(settings + "/" + critical + "/retrait");
    CHECK(holds(goulven.get(first), "Problème critique (plus proposée)"));
    CHECK(goulven.post(first + "/categories", {{"category", critical}}).status == 303);
    CHECK(holds(goulven.get("/e/vigie/tickets?vue=all&categorie=" + critical), "Caméra 4"));
    const auto second = place + desk.open_request();
    CHECK_FALSE(holds(goulven.get(second), "Problème critique"));
    CHECK(goulven.post(second + "/categories", {{"category", critical}}).status == 404);
    CHECK(goulven.post(first + "/categories", {}).status == 303);
    CHECK_FALSE(holds(goulven.get(first), "Problème critique"));
}

TEST_CASE_ENGINES(
    "a ticket nobody has goes to the person of its category, another stays") // TKT-005
{
    Desk desk{engine};
    const auto network = add(desk, "Réseau", desk.goulven.membership.text());
    const auto free = place + desk.open_request();
    CHECK(desk.soizic.browser.post(free + "/categories", {{"category", network}}).status == 303);
    const auto given = desk.soizic.browser.get(free);
    CHECK(holds(given, "Pris en charge"));
    CHECK(holds(desk.goulven.browser.get("/e/vigie/tickets?vue=mine"), "Caméra 4"));
    CHECK_FALSE(desk.subjects_to(desk.goulven).empty());

    const auto taken = place + desk.open_request();
    desk.soizic.browser.post(taken + "/prise-en-charge");
    desk.soizic.browser.post(taken + "/categories", {{"category", network}});
    CHECK(holds(desk.soizic.browser.get("/e/vigie/tickets?vue=mine"), taken.substr(place.size())));
}

TEST_CASE_ENGINES("the list and the columns of a category follow what happens to its tickets")
{
    namespace kit = tickets::test_kit; // TKT-005
    kit::Desk desk{engine};
    auto enora = desk.enora();
    auto goulven = desk.goulven();
    const auto first = desk.open(enora);
    const auto second = desk.open(enora);
    const auto category = enora.write([&](kit::WorkspaceTransaction& tx) {
        const auto id = tickets::add_category(tx, {.name = "Réseau"});
        for (const auto& ticket : {first, second})
            tickets::file_ticket(tx, ticket.number, {id});
        return id;
    });
    const auto newest = [&](const std::string& state) {
        return goulven.read([&](kit::WorkspaceTransaction& tx) {
            const auto rows = tickets::TicketListStore{tx}.page(
                tickets::View::all, {.state = state, .category = category}, {}, 10);
            return rows.empty() ? std::string{} : rows.front().number;
        });
    };
    CHECK(kit::say(enora, first, "Nous regardons.") == "done");
    CHECK(newest({}) == first.number);
    CHECK(kit::say(enora, second, "Nous regardons.") == "done");
    CHECK(newest({}) == second.number);
    CHECK(kit::take(goulven, first) == "done");
    CHECK(newest("pris_en_charge") == first.number);
    CHECK(newest("nouveau") == second.number);
    const auto cards = goulven.read([&](kit::WorkspaceTransaction& tx) {
        return tickets::TicketBoardStore{tx}.cards({"nouveau", "pris_en_charge"},
                                                   {.category = category});
    });
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].total == 1);
}
