#include "kernel/base/refusal.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/tickets/ticket.hpp"

#include <doctest.h>

#include <algorithm>

using namespace tickets;
using presets::Mover;
using tenancy::Side;

namespace
{

constexpr base::Instant monday{1'790'000'000'000'000};

const presets::Workflow& support()
{
    return presets::find("support-technique").workflow("ticket");
}

Ticket a_ticket(const std::string& state = "nouveau")
{
    Ticket ticket{.title = "Caméra 4 hors ligne", .description = "Depuis ce matin."};
    open(ticket, support(), monday);
    ticket.state = state;
    ticket.anchor = std::string{presets::code_of(state_of(support(), ticket).anchor)};
    return ticket;
}

constexpr tenancy::MembershipId goulven{7};

void move(Ticket& ticket, const std::string& code, const MoveRequest& request = {},
          Side side = Side::staff, base::Instant now = monday)
{
    apply(ticket, support(), move_of(support(), ticket, code, side), request, now);
}

std::string refusal_of(const std::function<void()>& deed)
{
    try {
        deed();
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return "nothing refused";
}

std::vector<std::string> codes(const std::vector<const presets::Move*>& moves)
{
    std::vector<std::string> found;
    for (const auto* one : moves)
        found.push_back(one->code);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("a new ticket waits for the team, in the first state of the preset")
{
    const auto ticket = a_ticket();

    CHECK(ticket.state == "nouveau");
    CHECK(ticket.anchor == "new");
    CHECK(ticket.waits_on == WaitsOn::team);
    CHECK(ticket.is_open);
    CHECK(ticket.opened_at == monday);
    CHECK(ticket.excerpt == "Depuis ce matin.");
}

TEST_CASE("the numbers of tickets read T-2026-00042") // TKT-007
{
    CHECK(number_text("T-{year}-{number:5}", 2026, 42) == "T-2026-00042");
    CHECK(number_text("T-{year}-{number:5}", 2026, 123456) == "T-2026-123456");
}

TEST_CASE("every move of the table is offered from its state, and no other") // TKT-030
{
    const auto staff = [](const char* state) {
        return codes(possible_moves(support(), a_ticket(state), Side::staff));
    };
    using Codes = std::vector<std::string>;

    CHECK(staff("nouveau") == Codes{"close_without_resolution", "take"});
    CHECK(staff("pris_en_charge") ==
          Codes{"close_without_resolution", "release", "resolve", "start"});
    CHECK(staff("en_cours") == Codes{"ask", "close_without_resolution", "resolve"});
    CHECK(staff("attente_client") == Codes{"close_without_resolution", "resolve", "resume"});
    CHECK(staff("resolu") == Codes{"close_without_resolution", "confirm", "reopen"});
    CHECK(staff("cloture") == Codes{"reopen_closed"});
}

TEST_CASE("a client only confirms or reopens a resolved request") // IDN-042
{
    for (const auto& state : support().states) {
        const auto moves = codes(possible_moves(support(), a_ticket(state.code), Side::portal));
        if (state.code == "resolu")
            CHECK(moves == std::vector<std::string>{"confirm", "reopen"});
        else
            CHECK(moves.empty());
    }
}

TEST_CASE("a move that is not allowed is refused with the list of those that are") // TKT-030
{
    const auto ticket = a_ticket("nouveau");
    try {
        move_of(support(), ticket, "resolve", Side::staff);
        FAIL("was allowed");
    } catch (const base::Refusal& refusal) {
        CHECK(refusal.code == "tickets.refusal.move_not_allowed");
        CHECK(refusal.params.front().second.find("Prendre en charge") != std::string::npos);
    }
}

TEST_CASE("taking a ticket needs somebody to take it") // TKT-030
{
    auto ticket = a_ticket();
    CHECK(refusal_of([&] { move(ticket, "take"); }) == "tickets.refusal.assignee_required");
    CHECK(ticket.state == "nouveau");

    move(ticket, "take", {.assignee = goulven});
    CHECK(ticket.state == "pris_en_charge");
    CHECK(ticket.assignee_id == goulven);
}

TEST_CASE("giving a ticket back to the team takes its assignee away") // TKT-030
{
    auto ticket = a_ticket();
    move(ticket, "take", {.assignee = goulven});
    move(ticket, "release");

    CHECK(ticket.state == "nouveau");
    CHECK_FALSE(ticket.assignee_id);
}

TEST_CASE("asking the client needs a public message, then it is his turn") // TKT-030
{
    auto ticket = a_ticket("en_cours");
    CHECK(refusal_of([&] { move(ticket, "ask"); }) == "tickets.refusal.message_required");

    move(ticket, "ask", {.text = "Quelle est la couleur du voyant ?"});
    CHECK(ticket.anchor == "waiting_client");
    CHECK(ticket.waits_on == WaitsOn::client);
    CHECK(ticket.is_open);
}

TEST_CASE("a reply of the client takes a waiting ticket back to work, and only a waiting one")
{
    // TKT-030
    const auto waiting = a_ticket("attente_client");
    REQUIRE(move_on_client_reply(support(), waiting) != nullptr);
    CHECK(move_on_client_reply(support(), waiting)->to == "en_cours");

    CHECK(move_on_client_reply(support(), a_ticket("en_cours")) == nullptr);
    CHECK(move_on_client_reply(support(), a_ticket("resolu")) == nullptr);
}

TEST_CASE("resolving needs a public summary and dates the resolution") // TKT-030
{
    auto ticket = a_ticket("en_cours");
    CHECK(refusal_of([&] { move(ticket, "resolve"); }) == "tickets.refusal.summary_required");

    move(ticket, "resolve", {.text = "Port 7 réactivé."});
    CHECK(ticket.anchor == "resolved");
    CHECK(ticket.resolution_summary == "Port 7 réactivé.");
    CHECK(ticket.resolved_at == monday);
    CHECK(ticket.resolved_count == 1);
    CHECK_FALSE(ticket.is_open);
}

TEST_CASE("a client who says « non résolu » reopens, and it is counted") // TKT-030
{
    auto ticket = a_ticket("en_cours");
    move(ticket, "resolve", {.text = "Port 7 réactivé."});
    move(ticket, "reopen", {}, Side::portal);

    CHECK(ticket.state == "en_cours");
    CHECK(ticket.reopened_count == 1);
    CHECK_FALSE(ticket.resolved_at);
    CHECK(ticket.is_open);
}

TEST_CASE("a confirmed resolution closes the ticket for reading only") // TKT-030
{
    auto ticket = a_ticket("en_cours");
    move(ticket, "resolve", {.text = "Port 7 réactivé."});
    CHECK_NOTHROW(refuse_when_read_only(support(), ticket));

    move(ticket, "confirm", {}, Side::portal);
    CHECK(ticket.anchor == "closed");
    CHECK(ticket.closed_at == monday);
    CHECK(ticket.resolved_at == monday);
    CHECK(refusal_of([&] { refuse_when_read_only(support(), ticket); }) ==
          "tickets.refusal.closed");
}

TEST_CASE("a resolved ticket closes by itself after seven days, and no other does") // TKT-030
{
    const auto* move = move_after_days(support(), a_ticket("resolu"));
    REQUIRE(move != nullptr);
    CHECK(move->automatic_after_days == 7);
    CHECK(move->to == "cloture");
    CHECK(move_after_days(support(), a_ticket("en_cours")) == nullptr);
}

TEST_CASE(
    "what comes after seven days comes at nine in the morning of that day, summer time or not")
// NTF-018
{
    const auto at = [](const char* text) { return base::parse_iso(text).value(); };
    const auto due = [](base::Instant since, const char* zone) {
        return base::iso(due_after_days(since, std::chrono::days{7}, 9, zone));
    };
    CHECK(due(at("2026-11-20T22:30:00.000Z"), "Europe/Paris") == "2026-11-27T08:00:00.000Z");
    CHECK(due(at("2026-11-20T23:30:00.000Z"), "Europe/Paris") == "2026-11-28T08:00:00.000Z");
    CHECK(due(at("2026-03-25T10:00:00.000Z"), "Europe/Paris") == "2026-04-01T07:00:00.000Z");
    CHECK(due(at("2026-11-20T23:30:00.000Z"), "America/Halifax") == "2026-11-27T13:00:00.000Z");
}

TEST_CASE("a closed ticket reopens within thirty days, not one day later") // TKT-030
{
    auto ticket = a_ticket("resolu");
    move(ticket, "confirm");

    SUBCASE("on the thirtieth day")
    {
        move(ticket, "reopen_closed", {}, Side::staff, monday + std::chrono::days{30});
        CHECK(ticket.state == "en_cours");
        CHECK_FALSE(ticket.closed_at);
    }
    SUBCASE("a second later")
    {
        const auto late = monday + std::chrono::days{30} + std::chrono::seconds{1};
        CHECK(refusal_of([&] { move(ticket, "reopen_closed", {}, Side::staff, late); }) ==
              "tickets.refusal.too_late");
    }
}

TEST_CASE("closing without resolution needs one of the reasons of the preset") // TKT-030
{
    auto ticket = a_ticket("nouveau");
    const auto close = [&](const std::string& reason) {
        return refusal_of([&] { move(ticket, "close_without_resolution", {.reason = reason}); });
    };
    CHECK(close("") == "tickets.refusal.reason_required");
    CHECK(close("bored") == "tickets.refusal.reason_required");

    CHECK(close("duplicate") == "nothing refused");
    CHECK(ticket.anchor == "closed");
    CHECK(ticket.close_reason == "duplicate");
    CHECK_FALSE(ticket.resolved_at);
}

TEST_CASE("an excerpt is one short line")
{
    CHECK(excerpt_of("Bonjour,\n\nla caméra   4\nest noire.") == "Bonjour, la caméra 4 est noire.");
    CHECK(excerpt_of(std::string(500, 'x')).size() <= 145);
}
