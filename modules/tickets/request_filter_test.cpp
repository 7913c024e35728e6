#include "kernel/presets/changes.hpp"
#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/portal_list_store.hpp"

using namespace tickets::test_kit;
using tickets::RequestView;
using tickets::Ticket;

namespace
{

bool is_in(Context& malo, RequestView view, const Ticket& ticket)
{
    const auto rows = malo.read([&](WorkspaceTransaction& tx) {
        return tickets::PortalListStore{tx}.requests(tx.actor().client, view, {});
    });
    return std::ranges::any_of(rows,
                               [&](const tickets::RequestRow& row) { return row.id == ticket.id; });
}

/// The one of the three where its client finds it; both words when it is in two.
std::string place_of(Context& malo, const Ticket& ticket)
{
    std::string found;
    if (is_in(malo, RequestView::open, ticket)) found += "ouverte";
    if (is_in(malo, RequestView::waiting, ticket)) found += "en attente";
    if (is_in(malo, RequestView::past, ticket)) found += "passée";
    CHECK(is_in(malo, RequestView::all, ticket));
    return found;
}

} // namespace

TEST_CASE_ENGINES("a client finds each request under « ouvertes », « en attente » or « passées »")
{
    Desk desk{engine}; // TKT-032
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    CHECK(place_of(malo, ticket) == "ouverte");
    take(goulven, ticket);
    CHECK(say(goulven, ticket, "Nous regardons.") == "done");
    CHECK(place_of(malo, ticket) == "ouverte");
    CHECK(move(goulven, now(desk, ticket), "start") == "done");
    CHECK(place_of(malo, ticket) == "ouverte");
    CHECK(move(goulven, now(desk, ticket), "ask", "Quel modèle ?") == "done");
    CHECK(place_of(malo, ticket) == "en attente");
    CHECK(say(malo, ticket, "Le petit.") == "done");
    CHECK(place_of(malo, ticket) == "ouverte");
    CHECK(move(goulven, now(desk, ticket), "resolve", "Remplacée.") == "done");
    CHECK(place_of(malo, ticket) == "passée");
    CHECK(is_in(malo, RequestView::current, ticket));
    CHECK(move(malo, now(desk, ticket), "confirm") == "done");
    CHECK(place_of(malo, ticket) == "passée");
    CHECK_FALSE(is_in(malo, RequestView::current, ticket));
}

TEST_CASE_ENGINES("in a vocabulary without a state that waits, a request waits once the team wrote")
{
    Desk desk{engine}; // TKT-032
    presets::Changes changes;
    changes.vocabulary = "depannage-informatique";
    presets::keep_changes(desk.house().workspace().id.value, "support-technique",
                          presets::text_of(changes));
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    CHECK(place_of(malo, ticket) == "ouverte");
    CHECK(say(goulven, ticket, "Bien reçu.") == "done");
    CHECK(place_of(malo, ticket) == "ouverte"); // « Ouvert » has staff to act
    take(goulven, ticket);
    CHECK(now(desk, ticket).state == "en_cours");
    CHECK(place_of(malo, ticket) == "en attente");
    CHECK(say(malo, ticket, "Elle est à droite.") == "done");
    CHECK(place_of(malo, ticket) == "ouverte");
    CHECK(move(goulven, now(desk, ticket), "resolve") == "done");
    CHECK(place_of(malo, ticket) == "passée");

    const auto cancelled = desk.open(malo);
    CHECK(move(malo, now(desk, cancelled), "cancel") == "done");
    CHECK(place_of(malo, cancelled) == "passée");
}
