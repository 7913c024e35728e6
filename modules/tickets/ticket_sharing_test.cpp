#include "kernel/jobs/jobs.hpp"
#include "modules/tickets/action_test_kit.hpp"

using namespace tickets;
using namespace tickets::test_kit;

TEST_CASE_ENGINES(
    "technicians share with developers, developers with admins, admins not with admins")
{
    // TKT-021, IDN-042
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto soizic = desk.soizic();
    auto enora = desk.enora();
    const auto ticket = desk.open(malo);
    const auto share = [&](Context& from, Context& with) {
        return outcome_of([&] {
            from.write([&](WorkspaceTransaction& tx) {
                share_ticket(tx, ticket.number, with.actor().membership, "Tu peux regarder ?");
            });
        });
    };

    CHECK(share(goulven, soizic) == "done");
    CHECK(desk.mails_to("Soizic").back() == "Goulven partage " + ticket.number + " avec vous");
    CHECK(share(soizic, enora) == "done");
    CHECK(share(enora, soizic) == "done");
    CHECK(share(enora, enora) == "forbidden: tickets.share_admin");
    CHECK(share(soizic, soizic) == "forbidden: tickets.share_developer");
    CHECK(share(goulven, malo) == "not found");
    CHECK_FALSE(now(desk, ticket).assignee_id);
}

TEST_CASE_ENGINES("an internal note writes to nobody and dates nothing a client may see") // TKT-011
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    const auto before = desk.mails_to("Malo").size();
    goulven.write([&](WorkspaceTransaction& tx) {
        write_note(tx, ticket.number, "Le client a débranché le switch.");
    });

    CHECK(desk.mails_to("Malo").size() == before);
    const auto after = now(desk, ticket);
    CHECK(after.last_public_at == ticket.last_public_at);
    CHECK(after.last_activity_at > ticket.last_activity_at);
    CHECK(after.excerpt == ticket.excerpt);
    malo.read([&](WorkspaceTransaction& tx) {
        CHECK(MessageStore{tx}.of_ticket(ticket.id).empty());
        for (const auto& event : TicketStore{tx}.events(ticket.id))
            CHECK(event.kind == EventKind::opened);
    });
    CHECK(outcome_of([&] {
              malo.write([&](WorkspaceTransaction& tx) { write_note(tx, ticket.number, "x"); });
          }) == "forbidden: tickets.note");
}

TEST_CASE_ENGINES("a rating is the client's, once per resolution") // TKT-044
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    const auto rate = [&](Context& who, std::int64_t score) {
        return outcome_of([&] {
            who.write([&](WorkspaceTransaction& tx) {
                rate_ticket(tx, ticket.number, {.score = score});
            });
        });
    };
    CHECK(rate(malo, 5) == "tickets.refusal.not_resolved");
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.");

    CHECK(rate(goulven, 5) == "forbidden: tickets.rate");
    CHECK(rate(malo, 3) == "done");
    CHECK(rate(malo, 4) == "done");
    desk.house().read(
        [&](WorkspaceTransaction& tx) { CHECK(TicketStore{tx}.rating(ticket.id, 1)->score == 4); });
}

TEST_CASE_ENGINES(
    "an urgent ticket nobody takes is told to the admins, a taken one is not") // TKT-023
{
    Desk desk{engine};
    auto enora = desk.enora();
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo, Priority::urgent);
    const auto alert = [&] {
        desk.house().write([&](WorkspaceTransaction& tx) {
            alert_if_unassigned(tx, ticket.id, ticket.state_since);
        });
        return desk.mails_to("Enora").size();
    };
    const auto before = desk.mails_to("Enora").size();

    const auto listed = [&] {
        return enora.read([](WorkspaceTransaction& tx) { return urgent_unassigned(tx); });
    };
    REQUIRE(listed().size() == 1);
    CHECK(listed()[0].number == ticket.number);
    CHECK(listed()[0].client_name == "Kervella Alarmes");

    CHECK(alert() == before + 1);
    CHECK(alert() == before + 1);
    take(goulven, ticket);
    CHECK(alert() == before + 1);
    CHECK(listed().empty());
}

TEST_CASE_ENGINES("who gives an urgent ticket back starts the quarter of an hour again") // TKT-023
{
    Desk desk{engine};
    auto enora = desk.enora();
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo, Priority::urgent);
    const auto waiting = [&] {
        return desk.house().read([](WorkspaceTransaction& tx) {
            const auto all = jobs::recent(tx, jobs::State::ready);
            return std::ranges::count(all, std::string{"tickets.alert_unassigned"},
                                      &jobs::Job::kind);
        });
    };
    const auto before = desk.mails_to("Enora").size();
    const auto alert = [&](base::Instant since) {
        desk.house().write(
            [&](WorkspaceTransaction& tx) { alert_if_unassigned(tx, ticket.id, since); });
        return desk.mails_to("Enora").size();
    };
    CHECK(waiting() == 1);
    take(goulven, ticket);
    CHECK(move(goulven, now(desk, ticket), "release") == "done");
    CHECK(waiting() == 2);
    CHECK_MESSAGE(alert(ticket.state_since) == before, "fifteen minutes from the release");
    CHECK(waiting() == 2);
    const auto since = now(desk, ticket).state_since;
    CHECK(alert(since) == before + 1);
    CHECK(alert(since) == before + 1);
}
