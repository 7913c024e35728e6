#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/figure_store.hpp"
#include "modules/tickets/link_store.hpp"
#include "modules/tickets/merge.hpp"
#include "modules/tickets/merge_actions.hpp"
#include "modules/tickets/merge_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

#include <algorithm>

namespace kit = tickets::test_kit;
using tenancy::WorkspaceTransaction;
using tickets::Ticket;

namespace
{

std::string merge(tenancy::Context& who, const Ticket& ending, const Ticket& kept)
{
    return kit::outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) {
            tickets::merge_tickets(tx, {.ending = ending.number,
                                        .kept = kept.number,
                                        .ending_version = ending.version,
                                        .kept_version = kept.version});
        });
    });
}

Ticket open_for(kit::Desk& desk, tenancy::Context& who, tenancy::ClientId client)
{
    return who.write([&](WorkspaceTransaction& tx) {
        if (!projects::is_assigned(tx, desk.horizon, client))
            projects::assign_client(tx, desk.horizon, client);
        return tickets::open_ticket(tx, {.title = "Même panne",
                                         .description = "Chez nous aussi.",
                                         .project = desk.horizon,
                                         .client = client});
    });
}

const std::string place = "/e/vigie/tickets/";

std::string open_second(tickets_test::Desk& desk)
{
    const auto site = desk.add_site("Site Dunes", desk.malo);
    const auto sent =
        desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                     {"title", "Caméra toujours noire"},
                                                     {"description", "Je relance."},
                                                     {"priority", "low"}});
    const std::string location{sent.headers.get("Location")};
    return location.substr(location.rfind('/') + 1);
}

/// What the page of a merge sends.
tickets_test::Typed merging_of(tickets_test::Desk& desk, const std::string& ending,
                               const std::string& kept)
{
    const auto page = desk.goulven.browser.get(place + ending + "/fusion?avec=" + kept);
    REQUIRE(page.status == 200);
    return {{"into", kept},
            {"version", tickets_test::value_in(page, "version")},
            {"into_version", tickets_test::value_in(page, "into_version")}};
}

} // namespace

TEST_CASE_ENGINES("merge tickets: one thread in order, each message with where it was written")
{
    using tickets_test::holds; // market row 24
    tickets_test::Desk desk{engine};
    const auto kept = desk.open_request();
    const auto ending = open_second(desk);
    desk.goulven.browser.post(place + kept + "/messages", {{"body", "Nous regardons."}});
    desk.goulven.browser.post(place + ending + "/notes", {{"body", "Même badge que l’autre."}});
    desk.malo.browser.post("/p/vigie/demandes/" + ending + "/messages",
                           {{"body", "Des nouvelles ?"}});

    const auto preview = desk.goulven.browser.get(place + ending + "/fusion?avec=" + kept);
    for (const char* words : {"Le fil après la fusion", "Nous regardons.", "Je relance.",
                              "Même badge que l’autre.", "Des nouvelles ?"})
        CHECK_MESSAGE(holds(preview, words), words);
    const auto done =
        desk.goulven.browser.post(place + ending + "/fusion", merging_of(desk, ending, kept));
    REQUIRE(done.status == 303);

    const auto page = desk.goulven.browser.get(place + kept);
    const auto at = [&](std::string_view words) { return page.body.find(words); };
    CHECK(at("Depuis ce matin.") < at("Je relance."));
    CHECK(at("Je relance.") < at("Nous regardons."));
    CHECK(at("Nous regardons.") < at("Même badge que l’autre."));
    CHECK(at("Même badge que l’autre.") < at("Des nouvelles ?"));
    CHECK(at("Des nouvelles ?") < page.body.size());
    CHECK(holds(page, "Venu de " + ending + " · Caméra toujours noire"));
    CHECK(holds(page, "Goulven Tréguer a réuni " + ending));

    const auto followed = desk.goulven.browser.get(place + ending);
    CHECK(followed.status == 303);
    CHECK(followed.headers.get("Location").starts_with(place + kept));
    const auto client = desk.malo.browser.get("/p/vigie/demandes/" + ending);
    CHECK(client.headers.get("Location").starts_with("/p/vigie/demandes/" + kept));
    const auto seen = desk.malo.browser.get("/p/vigie/demandes/" + kept);
    CHECK(holds(seen, "Je relance."));
    CHECK(holds(seen, "Des nouvelles ?"));
    CHECK_FALSE(holds(seen, "Même badge que l’autre."));
}

TEST_CASE_ENGINES("the client is told of a merge once, and both tickets tell it")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto kept = desk.open(malo);
    const auto ending = desk.open(malo);
    const auto before = desk.mails_to("Malo").size();
    CHECK(merge(goulven, ending, kept) == "done");
    const auto mails = desk.mails_to("Malo");
    REQUIRE(mails.size() == before + 1);
    CHECK(mails.back() == ending.number + " continue dans " + kept.number);
    desk.house().read([&](WorkspaceTransaction& tx) {
        tickets::TicketStore store{tx};
        const auto tells = [&](const Ticket& ticket, tickets::EventKind kind,
                               const std::string& number) {
            const auto events = store.public_events(ticket.id);
            return std::ranges::any_of(events, [&](const auto& event) {
                return event.kind == kind && event.new_value == number;
            });
        };
        CHECK(tells(ending, tickets::EventKind::merged, kept.number));
        CHECK(tells(kept, tickets::EventKind::absorbed, ending.number));
    });
}

TEST_CASE_ENGINES("the merged ticket is over for good: no move, no message, no second merge")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto enora = desk.enora();
    const auto kept = desk.open(malo);
    const auto ending = desk.open(malo);
    const auto third = desk.open(malo);
    CHECK(merge(goulven, ending, kept) == "done");
    const auto over = kit::now(desk, ending);
    CHECK_FALSE(over.is_open);
    CHECK(over.close_reason == "duplicate");
    CHECK(kit::move(enora, over, "reopen_closed") == "tickets.merge.refusal.already");
    CHECK(kit::say(malo, over, "Encore moi") == "tickets.refusal.closed");
    CHECK(merge(goulven, over, kit::now(desk, third)) == "tickets.merge.refusal.already");
    CHECK(merge(goulven, kit::now(desk, third), over) == "tickets.merge.refusal.already");

    CHECK(merge(goulven, kit::now(desk, kept), kit::now(desk, third)) == "done");
    const auto ended = desk.house().read(
        [&](WorkspaceTransaction& tx) { return tickets::MergeStore{tx}.merged_into(third.id); });
    CHECK(ended == std::vector{std::min(kept.id, ending.id), std::max(kept.id, ending.id)});
}

TEST_CASE_ENGINES("two people merging the same ticket at once: the second is told")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    const auto kept = desk.open(malo);
    const auto other = desk.open(malo);
    const auto ending = desk.open(malo);
    CHECK(merge(goulven, ending, kept) == "done");
    CHECK(merge(maiwenn, ending, other) == "tickets.merge.refusal.already");
    CHECK(merge(maiwenn, other, kept) == "tickets.refusal.changed_meanwhile");
}

TEST_CASE_ENGINES("tickets of two clients are not merged: the sentence points to the incident")
{
    using tickets_test::holds;
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ours = desk.open(malo);
    const auto theirs = open_for(desk, goulven, desk.other_client);
    CHECK(merge(goulven, ours, theirs) == "tickets.merge.refusal.other_client");
    CHECK(merge(goulven, ours, ours) == "tickets.merge.refusal.itself");
    auto soizic = desk.soizic();
    CHECK(merge(soizic, ours, theirs) == "forbidden: tickets.merge");

    tickets_test::Desk pages{engine};
    const auto request = pages.open_request();
    auto lea = pages.add_client("Léa Corre");
    const auto site = pages.add_site("Site Léa", lea);
    const auto sent = lea.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                             {"title", "Caméra noire"},
                                                             {"description", "Aussi."},
                                                             {"priority", "low"}});
    const std::string location{sent.headers.get("Location")};
    const auto page = pages.goulven.browser.get(
        place + request + "/fusion?avec=" + location.substr(location.rfind('/') + 1));
    CHECK(holds(page, "rassemblez-les sous un incident parent"));
    CHECK_FALSE(holds(page, "Le fil après la fusion"));
}

TEST_CASE_ENGINES("figures and ratings count once after a merge")
{
    kit::Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto resolved = desk.open(malo);
    kit::take(goulven, resolved);
    kit::move(goulven, kit::now(desk, resolved), "resolve", "Câble remplacé.");
    malo.write([&](WorkspaceTransaction& tx) {
        tickets::rate_ticket(tx, resolved.number, {.score = 4, .comment = {}});
    });
    const auto kept = desk.open(malo);
    const auto figures = [&] {
        return desk.house().read([&](WorkspaceTransaction& tx) {
            const auto rated = tickets::TicketStore{tx}.rating(resolved.id, 1);
            const auto of_kept = tickets::TicketStore{tx}.rating(kept.id, 1);
            return std::pair{rated ? rated->score : 0, of_kept.has_value()};
        });
    };
    CHECK(merge(goulven, kit::now(desk, resolved), kit::now(desk, kept)) == "done");
    CHECK(figures() == std::pair{std::int64_t{4}, false});
    const auto over = kit::now(desk, resolved);
    CHECK(over.resolved_count == 1);
    CHECK(over.resolved_at.has_value());
    CHECK(kit::now(desk, kept).resolved_count == 0);
}

TEST_CASE_ENGINES("a message becomes a ticket of its own, linked with the one it was written in")
{
    using tickets_test::holds;
    tickets_test::Desk desk{engine};
    const auto request = desk.open_request();
    desk.malo.browser.post("/p/vigie/demandes/" + request + "/messages",
                           {{"body", "Et le portail ne ferme plus."}});
    const auto page = desk.goulven.browser.get(place + request);
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found,
                              std::regex{"href=\"([^\"]*/messages/[0-9]+/ticket)\""}));
    const std::string split = found[1];
    CHECK(holds(desk.goulven.browser.get(split), "value=\"Et le portail ne ferme plus.\""));
    CHECK(desk.goulven.browser.post(split, {{"title", "x"}}).status == 422);
    CHECK(desk.soizic.browser.get(split).status == 403);

    const auto made = desk.goulven.browser.post(split, {{"title", "Portail bloqué"}});
    REQUIRE(made.status == 303);
    const auto fresh = desk.goulven.browser.get(std::string{made.headers.get("Location")});
    CHECK(holds(fresh, "Portail bloqué"));
    CHECK(holds(fresh, "Et le portail ne ferme plus."));
    CHECK(holds(fresh, "Suite de"));
    const auto first = desk.goulven.browser.get(place + request);
    CHECK(holds(first, "d’un message"));
    CHECK(holds(first, "Et le portail ne ferme plus."));
}
