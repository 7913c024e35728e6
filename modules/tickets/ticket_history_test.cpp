#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/ticket_list_store.hpp"

using namespace tickets::test_kit;
using tickets::EventKind;
using tickets::Ticket;
using tickets::TimelineEvent;

namespace
{

enum class Seen { by_team, by_client };

std::vector<TimelineEvent> events_of(Desk& desk, const Ticket& ticket, Seen seen)
{
    return desk.house().read([&](WorkspaceTransaction& tx) {
        tickets::TicketStore store{tx};
        return seen == Seen::by_team ? store.events(ticket.id) : store.public_events(ticket.id);
    });
}

std::vector<TimelineEvent> only(std::vector<TimelineEvent> events, EventKind kind)
{
    std::erase_if(events, [&](const TimelineEvent& event) { return event.kind != kind; });
    return events;
}

std::string assign(Context& who, Desk& desk, const Ticket& ticket, Context& to)
{
    const auto version = now(desk, ticket).version;
    return outcome_of([&] {
        who.write([&](WorkspaceTransaction& tx) {
            tickets::assign_ticket(tx, ticket.number, to.actor().membership, version);
        });
    });
}

} // namespace

TEST_CASE_ENGINES("the thread is told in order, by whom and when, and is unread until it is seen")
{
    Desk desk{engine}; // TKT-010
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    CHECK(say(goulven, ticket, "Quelle caméra ?") == "done");
    CHECK(say(malo, ticket, "Celle du portail.") == "done");
    const auto thread = desk.house().read(
        [&](WorkspaceTransaction& tx) { return tickets::MessageStore{tx}.of_ticket(ticket.id); });
    REQUIRE(thread.size() == 2);
    CHECK(thread[0].body == "Quelle caméra ?");
    CHECK(thread[0].author_id == goulven.actor().membership);
    CHECK(thread[1].author_side == Side::portal);
    CHECK(thread[0].written_at < thread[1].written_at);

    const auto is_unread = [&] {
        return goulven.read([](WorkspaceTransaction& tx) {
            return tickets::TicketListStore{tx}.page(tickets::View::all, {}, {}).at(0).is_unread;
        });
    };
    CHECK(is_unread());
    const auto seen = now(desk, ticket);
    goulven.write([&](WorkspaceTransaction& tx) { tickets::mark_read(tx, seen); });
    CHECK_FALSE(is_unread());
}

TEST_CASE_ENGINES("the timeline says who did what and when; the client reads the public part")
{
    Desk desk{engine}; // TKT-012
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto soizic = desk.soizic();
    const auto ticket = desk.open(malo);
    CHECK(take(goulven, ticket) == "done");
    const auto version = now(desk, ticket).version;
    goulven.write([&](WorkspaceTransaction& tx) {
        tickets::share_ticket(tx, ticket.number, soizic.actor().membership, "Un avis ?");
        tickets::prioritise_ticket(tx, ticket.number, tickets::Priority::urgent, version);
    });
    const auto whole = events_of(desk, ticket, Seen::by_team);
    const auto shown = events_of(desk, ticket, Seen::by_client);
    for (const auto kind : {EventKind::opened, EventKind::assigned, EventKind::moved}) {
        CHECK(only(whole, kind).size() == 1);
        CHECK(only(shown, kind).size() == 1);
    }
    for (const auto kind : {EventKind::shared, EventKind::prioritised}) {
        CHECK(only(whole, kind).size() == 1);
        CHECK(only(shown, kind).empty());
    }
    CHECK(only(whole, EventKind::opened)[0].actor_id == malo.actor().membership);
    CHECK(only(whole, EventKind::shared)[0].actor_id == goulven.actor().membership);
    for (const auto& event : whole)
        CHECK(event.happened_at >= ticket.opened_at);
}

TEST_CASE_ENGINES("a ticket goes from one colleague to another, and its history keeps both")
{
    Desk desk{engine}; // TKT-022
    auto malo = desk.malo();
    auto enora = desk.enora();
    auto goulven = desk.goulven();
    auto maiwenn = desk.maiwenn();
    const auto ticket = desk.open(malo);
    CHECK(assign(enora, desk, ticket, goulven) == "done");
    CHECK(assign(enora, desk, ticket, maiwenn) == "done");
    CHECK(assign(enora, desk, ticket, malo) == "not found");
    CHECK(assign(goulven, desk, ticket, goulven) == "forbidden: tickets.assign");
    CHECK(now(desk, ticket).assignee_id == maiwenn.actor().membership);
    const auto given = only(events_of(desk, ticket, Seen::by_team), EventKind::assigned);
    REQUIRE(given.size() == 2);
    CHECK(given[0].new_value == goulven.actor().membership.text());
    CHECK(given[1].old_value == goulven.actor().membership.text());
    CHECK(given[1].new_value == maiwenn.actor().membership.text());
}

TEST_CASE_ENGINES("each change of state writes to the client") // TKT-033
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const auto ticket = desk.open(malo);
    auto told = desk.mails_to("Malo").size();
    CHECK(take(goulven, ticket) == "done");
    CHECK(desk.mails_to("Malo").size() == ++told);
    const std::vector<std::pair<std::string, std::string>> moves{
        {"start", ""}, {"ask", "Quel modèle ?"}, {"resume", ""}, {"resolve", "Remplacée."}};
    for (const auto& [code, words] : moves) {
        CAPTURE(code);
        CHECK(move(goulven, now(desk, ticket), code, words) == "done");
        CHECK(desk.mails_to("Malo").size() == ++told);
    }
}
