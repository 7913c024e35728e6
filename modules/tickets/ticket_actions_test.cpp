#include "modules/tickets/action_test_kit.hpp"

#include <thread>

using namespace tickets;
using namespace tickets::test_kit;

TEST_CASE_ENGINES("the first to take a ticket has it, the second is told who") // TKT-020
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    const auto ticket = desk.open(malo);

    CHECK(take(goulven, ticket) == "done");
    CHECK(take(maiwenn, ticket) == "tickets.refusal.already_taken");
    CHECK(now(desk, ticket).assignee_id == goulven.actor().membership);
    CHECK(now(desk, ticket).state == "pris_en_charge");
}

TEST_CASE_ENGINES("of two who take a ticket at the same moment, one has it") // TKT-020
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    for (int round = 0; round < 10; ++round) {
        const auto ticket = desk.open(malo);
        std::string second;
        std::thread other{[&] { second = take(maiwenn, ticket); }};
        const auto first = take(goulven, ticket);
        other.join();
        CHECK(((first == "done") != (second == "done")));
        const auto& refused = first == "done" ? second : first;
        CHECK(refused == "tickets.refusal.already_taken");
    }
}

TEST_CASE_ENGINES("a change made on what is not there any more is refused, with what is") // TKT-034
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    auto ticket = desk.open(malo);
    take(goulven, ticket);
    const auto seen = now(desk, ticket);

    CHECK(move(goulven, seen, "start") == "done");
    try {
        maiwenn.write([&](WorkspaceTransaction& tx) {
            move_ticket(tx, seen.number, {.move = "release"}, seen.version);
        });
        FAIL("nothing was refused");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.code == "tickets.refusal.changed_meanwhile");
        CHECK(refusal.kind == base::Refusal::Kind::Conflict);
        CHECK(refusal.params == base::Params{{"name", "Goulven"}, {"state", "En cours"}});
    }
    CHECK(now(desk, ticket).state == "en_cours");
}

TEST_CASE_ENGINES("a question waits for the client, and his answer takes the ticket back to work")
{
    // TKT-030, JRN-33
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "start");

    CHECK(move(goulven, now(desk, ticket), "ask") == "tickets.refusal.message_required");
    CHECK(move(goulven, now(desk, ticket), "ask", "Quelle couleur, le voyant ?") == "done");
    CHECK(now(desk, ticket).state == "attente_client");
    CHECK(say(malo, ticket, "Orange.") == "done");
    CHECK(now(desk, ticket).state == "en_cours");
    const auto mails = desk.mails_to("Goulven");
    CHECK(mails.back() == ticket.number + "\u00A0: message de Malo");
}

TEST_CASE_ENGINES("resolved, refused by the client, resolved again, confirmed, closed") // JRN-33
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);

    CHECK(move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.") == "done");
    CHECK(desk.mails_to("Malo").back() == ticket.number + "\u00A0: Résolue");
    CHECK(move(malo, now(desk, ticket), "reopen") == "done");
    CHECK(now(desk, ticket).reopened_count == 1);
    CHECK(move(goulven, now(desk, ticket), "resolve", "Caméra remplacée.") == "done");
    CHECK(move(malo, now(desk, ticket), "confirm") == "done");
    CHECK(now(desk, ticket).anchor == "closed");

    CHECK(say(malo, ticket, "Encore une chose") == "tickets.refusal.closed");
    CHECK(say(goulven, ticket, "Encore une chose") == "tickets.refusal.closed");
}

TEST_CASE_ENGINES(
    "the move that comes after seven days is made once, and only from there") // TKT-030
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.");
    const auto since = now(desk, ticket).state_since;
    const auto due = [&] {
        desk.house().write([&](WorkspaceTransaction& tx) { move_when_due(tx, ticket.id, since); });
    };

    SUBCASE("still resolved: it closes")
    {
        due();
        due();
        CHECK(now(desk, ticket).anchor == "closed");
    }
    SUBCASE("reopened meanwhile: nothing")
    {
        move(malo, now(desk, ticket), "reopen");
        due();
        CHECK(now(desk, ticket).anchor == "active");
    }
}

TEST_CASE_ENGINES(
    "only an admin closes without resolution, and gives the reason") // IDN-042, TKT-030
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto enora = desk.enora();
    const auto ticket = desk.open(malo);

    CHECK(move(goulven, ticket, "close_without_resolution", {}, "spam") ==
          "forbidden: tickets.close_without_resolution");
    CHECK(move(enora, ticket, "close_without_resolution") == "tickets.refusal.reason_required");
    CHECK(move(enora, ticket, "close_without_resolution", {}, "duplicate") == "done");
    CHECK(now(desk, ticket).close_reason == "duplicate");
}
