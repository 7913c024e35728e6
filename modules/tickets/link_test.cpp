#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/link.hpp"
#include "modules/tickets/link_actions.hpp"
#include "modules/tickets/link_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;
using tickets::LinkKind;

namespace
{

const std::string place = "/e/vigie/tickets/";

/// A second request of Malo on a site of its own.
std::string open_another(Desk& desk, const std::string& title)
{
    const auto site = desk.add_site("Site " + title, desk.malo);
    const auto sent = desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                                   {"title", title},
                                                                   {"description", "Depuis hier."},
                                                                   {"priority", "low"}});
    REQUIRE(sent.status == 303);
    const std::string location{sent.headers.get("Location")};
    return location.substr(location.rfind('/') + 1);
}

} // namespace

TEST_CASE("a link is one row, read from both of its tickets") // TKT-041
{
    using tickets::inverse;
    const tickets::TicketId older{1};
    const tickets::TicketId newer{2};
    const auto follows = tickets::link_between(newer, LinkKind::follows, older);
    CHECK(follows.first_id == older);
    CHECK(follows.kind == LinkKind::followed_by);
    CHECK(tickets::link_between(older, LinkKind::duplicates, newer).kind == LinkKind::duplicates);
    for (const auto kind : {LinkKind::relates, LinkKind::duplicates, LinkKind::duplicated_by,
                            LinkKind::follows, LinkKind::followed_by})
        CHECK(inverse(inverse(kind)) == kind);
    CHECK(tickets::test_kit::outcome_of([&] {
              tickets::link_between(older, LinkKind::relates, older);
          }) == "tickets.link.refusal.itself");
}

TEST_CASE_ENGINES("a link shows both ways, is changed by making it again, and is removable")
{
    Desk desk{engine}; // TKT-041
    const auto camera = desk.open_request();
    const auto recorder = open_another(desk, "Enregistreur en panne");
    const Typed typed{{"other", recorder}, {"kind", "duplicates"}};
    CHECK(desk.goulven.browser.post(place + camera + "/liens", typed).status == 303);

    const auto from = desk.soizic.browser.get(place + camera);
    CHECK(holds(from, "Doublon de"));
    CHECK(holds(from, recorder + " · Enregistreur en panne"));
    CHECK(holds(from, "Goulven Tréguer a lié " + recorder));
    const auto back = desk.soizic.browser.get(place + recorder);
    CHECK(holds(back, "A pour doublon"));
    CHECK(holds(back, camera + " · Caméra 4 hors ligne"));
    CHECK(holds(back, "Goulven Tréguer a lié " + camera));

    desk.goulven.browser.post(place + recorder + "/liens",
                              {{"other", camera}, {"kind", "follows"}});
    CHECK_FALSE(holds(desk.soizic.browser.get(place + camera), "Doublon de"));
    CHECK(holds(desk.soizic.browser.get(place + camera), "A pour suite"));

    const auto removed =
        desk.soizic.browser.post(place + camera + "/liens/retrait", {{"other", recorder}});
    CHECK(removed.status == 303);
    CHECK_FALSE(holds(desk.goulven.browser.get(place + recorder), "Caméra 4 hors ligne"));
}

TEST_CASE_ENGINES("field agent needs linked tickets on mobile: one tap away, without the panel")
{
    Desk desk{engine};
    const auto camera = desk.open_request();
    const auto recorder = open_another(desk, "Enregistreur en panne");
    desk.goulven.browser.post(place + camera + "/liens",
                              {{"other", recorder}, {"kind", "follows"}});

    const auto page = desk.goulven.browser.get(place + camera).body;
    const auto head = page.substr(0, page.find("id=\"record-panel\""));
    const auto strip = head.find("lg:hidden\" aria-label=\"Tickets liés\"");
    REQUIRE(strip != std::string::npos);
    CHECK(head.find("href=\"" + place + recorder + "\"", strip) != std::string::npos);
    CHECK(head.find("Suite de " + recorder, strip) != std::string::npos);
}

TEST_CASE_ENGINES("the other ticket is found by its number or its words, as one types or sends")
{
    Desk desk{engine}; // TKT-041
    const auto camera = desk.open_request();
    const auto recorder = open_another(desk, "Enregistreur en panne");
    const auto page = place + camera + "/liens";
    auto& browser = desk.goulven.browser;
    CHECK(holds(browser.get(page), "Autres tickets de ce client"));
    CHECK(holds(browser.get(page), "value=\"" + recorder + "\""));
    CHECK(holds(browser.get(page), "data-controller=\"autosubmit\""));
    for (const auto& typed : {recorder, std::string{"enregistreur"}, std::string{"enr"}}) {
        const auto found = browser.get(page + "?q=" + typed);
        CHECK_MESSAGE(holds(found, "value=\"" + recorder + "\""), typed);
        CHECK_FALSE(holds(found, "name=\"other\" value=\"" + camera + "\""));
    }
    CHECK(holds(browser.get(page + "?q=introuvable"), "Aucun ticket trouvé."));
    CHECK(browser.post(page, {{"kind", "relates"}}).status == 422);
    CHECK(browser.post(page, {{"other", camera}, {"kind", "relates"}}).status == 422);
    CHECK(browser.post(page, {{"other", "T-2026-99999"}, {"kind", "relates"}}).status == 404);
}

TEST_CASE_ENGINES("a client never learns that his request is linked with another")
{
    Desk desk{engine}; // TKT-011
    const auto camera = desk.open_request();
    const auto recorder = open_another(desk, "Enregistreur en panne");
    desk.goulven.browser.post(place + camera + "/liens",
                              {{"other", recorder}, {"kind", "relates"}});
    desk.malo.browser.get("/p/vigie/demandes"); // takes the notice of what was sent
    const auto page = desk.malo.browser.get("/p/vigie/demandes/" + camera);
    CHECK(page.status == 200);
    CHECK_FALSE(holds(page, recorder));
    CHECK_FALSE(holds(page, "lié"));
}

TEST_CASE_ENGINES("a copy takes the fields, not the conversation, and is linked with the first")
{
    Desk desk{engine}; // TKT-043
    const auto camera = desk.open_request();
    desk.malo.browser.post("/p/vigie/demandes/" + camera + "/messages",
                           {{"body", "Une précision."}});
    CHECK(desk.soizic.browser.post(place + camera + "/copie").status == 403);

    const auto made = desk.goulven.browser.post(place + camera + "/copie");
    REQUIRE(made.status == 303);
    const auto copy = desk.goulven.browser.get(std::string{made.headers.get("Location")});
    CHECK(holds(copy, "Caméra 4 hors ligne"));
    CHECK(holds(copy, "Depuis ce matin."));
    CHECK(holds(copy, "Malo Kervella"));
    CHECK(holds(copy, "Site Horizon"));
    CHECK(holds(copy, "Priorité haute"));
    CHECK(holds(copy, "Lié à"));
    CHECK_FALSE(holds(copy, "Une précision."));
}

TEST_CASE_ENGINES("a ticket has fifty links at most, and two links of one pair are one")
{
    namespace kit = tickets::test_kit;
    kit::Desk desk{engine};
    auto goulven = desk.goulven();
    const auto hub = desk.open(goulven);
    const auto link = [&](const tickets::Ticket& other) {
        return kit::outcome_of([&] {
            goulven.write([&](tenancy::WorkspaceTransaction& tx) {
                tickets::link_tickets(tx, hub.number, LinkKind::relates, other.number);
            });
        });
    };
    const auto first = desk.open(goulven);
    CHECK(link(first) == "done");
    for (int i = 1; i < tickets::links_max; ++i)
        REQUIRE(link(desk.open(goulven)) == "done");
    CHECK(link(desk.open(goulven)) == "tickets.link.refusal.full");
    CHECK(link(first) == "done");
    CHECK(desk.house().read([&](tenancy::WorkspaceTransaction& tx) {
        return tickets::LinkStore{tx}.of_ticket(hub.id).size();
    }) == tickets::links_max);
}
