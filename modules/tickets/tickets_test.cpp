#include "modules/tickets/action_test_kit.hpp"

using namespace tickets;
using namespace tickets::test_kit;

TEST_CASE_ENGINES("a client opens a ticket on his project; team and client are written to")
{
    // TKT-001, TKT-007, NTF-011
    Desk desk{engine};
    auto goulven = desk.goulven();
    auto malo = desk.malo();
    const auto ticket = desk.open(malo, Priority::high);

    CHECK(ticket.number.starts_with("T-20"));
    CHECK(ticket.number.ends_with("-00001"));
    CHECK(ticket.state == "nouveau");
    CHECK(ticket.client_id == desk.kervella);
    CHECK(ticket.requester_id == malo.actor().membership);
    CHECK(desk.mails_to("Goulven") == std::vector<std::string>{"Nouveau ticket " + ticket.number +
                                                               "\u00A0: Caméra 4 hors ligne"});
    CHECK(desk.mails_to("Malo").size() == 1);
}

TEST_CASE_ENGINES("numbers follow each other, and one that was not used is given again") // TKT-007
{
    Desk desk{engine};
    auto malo = desk.malo();
    desk.open(malo);
    CHECK_THROWS(malo.write([&](WorkspaceTransaction& tx) {
        open_ticket(tx, {.title = "Perdu",
                         .description = "x",
                         .project = desk.horizon,
                         .client = desk.kervella});
        throw base::Refusal{"tests.refusal"};
    }));
    CHECK(desk.open(malo).number.ends_with("-00002"));
}

TEST_CASE_ENGINES("a project not assigned to the client is not found") // TKT-001
{
    Desk desk{engine};
    auto lea = desk.lea();
    const auto open = [&](tenancy::ClientId client) {
        return outcome_of([&] {
            lea.write([&](WorkspaceTransaction& tx) {
                open_ticket(tx, {.title = "Curieux",
                                 .description = "x",
                                 .project = desk.horizon,
                                 .client = client});
            });
        });
    };
    CHECK(open(desk.other_client) == "not found");
    CHECK(open(desk.kervella) == "not found");
}

TEST_CASE_ENGINES("a developer opens no ticket, a technician does for a client") // IDN-042, TKT-004
{
    Desk desk{engine};
    auto soizic = desk.soizic();
    auto goulven = desk.goulven();
    CHECK(outcome_of([&] { desk.open(soizic); }) == "forbidden: tickets.create");

    const auto ticket = desk.open(goulven);
    CHECK_FALSE(ticket.requester_id);
    CHECK(ticket.opened_by == goulven.actor().membership);
    CHECK(desk.mails_to("Kervella Alarmes").size() == 1);
}

TEST_CASE_ENGINES("another client of the same project sees nothing of a ticket") // TKT-058
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto lea = desk.lea();
    const auto ticket = desk.open(malo);
    desk.house().write([&](WorkspaceTransaction& tx) {
        projects::assign_client(tx, desk.horizon, desk.other_client);
    });

    CHECK(say(malo, ticket, "Toujours rien.") == "done");
    CHECK(say(lea, ticket, "Et moi ?") == "not found");
    CHECK(move(lea, ticket, "confirm") == "not found");
}
