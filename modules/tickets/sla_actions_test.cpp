#include "kernel/presets/changes.hpp"
#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/sla_store.hpp"

using namespace tickets;
using namespace tickets::test_kit;
using namespace std::chrono_literals;

namespace
{

/// A Wednesday, 9:00 in Paris.
constexpr auto morning = "2026-11-18T08:00:00Z";

struct StillClock {
    explicit StillClock(const char* at) { base::set_test_clock(at); }
    ~StillClock() { base::set_test_clock("+0s"); }
};

SlaClock clock_of(Desk& desk, const Ticket& ticket, ClockKind kind)
{
    const auto clocks =
        desk.house().read([&](WorkspaceTransaction& tx) { return SlaStore{tx}.clocks(ticket.id); });
    const auto found = std::ranges::find(clocks, kind, &SlaClock::kind);
    REQUIRE(found != clocks.end());
    return *found;
}

void look(Desk& desk, const Ticket& ticket)
{
    desk.house().write([&](WorkspaceTransaction& tx) { look_at_clocks(tx, ticket.id); });
}

/// A state of one's own where the client is waited for.
void add_own_state(Desk& desk)
{
    presets::State state;
    state.code = "chez_le_client";
    state.anchor = presets::Anchor::waiting_client;
    state.label = state.client_label = "Essai chez le client";
    state.tone = "amber";
    presets::Changes changes;
    changes.workflows["ticket"] = {
        .states = {state},
        .allowed = {{"en_cours", "chez_le_client"}, {"chez_le_client", "en_cours"}}};
    presets::keep_changes(desk.house().workspace().id.value, "support-technique",
                          presets::text_of(changes));
}

} // namespace

TEST_CASE_ENGINES("market 28, SLA must follow custom states: a state of one's own pauses the clock "
                  "by what it means") // TKT-050
{
    Desk desk{engine};
    add_own_state(desk);
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const StillClock clock{morning};
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    move(goulven, now(desk, ticket), "start");
    CHECK(clock_of(desk, ticket, ClockKind::resolution).running_since.has_value());

    base::set_test_clock("2026-11-18T10:00:00Z");
    REQUIRE(move(goulven, now(desk, ticket), "to_chez_le_client") == "done");
    const auto paused = clock_of(desk, ticket, ClockKind::resolution);
    CHECK_FALSE(paused.running_since.has_value());
    CHECK(Length{paused.spent} == 2h);

    base::set_test_clock("2026-11-19T10:00:00Z");
    say(malo, ticket, "L’essai est bon.");
    const auto running = clock_of(desk, ticket, ClockKind::resolution);
    CHECK(running.running_since == base::parse_iso("2026-11-19T10:00:00Z"));
    CHECK(Length{running.spent} == 2h);
}

TEST_CASE_ENGINES("a promise is told at three quarters and once broken, each time once") // TKT-050
{
    Desk desk{engine};
    auto enora = desk.enora();
    auto malo = desk.malo();
    const StillClock clock{morning};
    const auto ticket = desk.open(malo, Priority::urgent); // an hour for the first answer
    look(desk, ticket);
    CHECK_FALSE(clock_of(desk, ticket, ClockKind::first_reply).is_warned);
    base::set_test_clock("2026-11-18T08:45:00Z");
    look(desk, ticket);
    CHECK(clock_of(desk, ticket, ClockKind::first_reply).is_warned);
    CHECK_FALSE(clock_of(desk, ticket, ClockKind::first_reply).is_breached);

    const auto before = desk.mails_to("Enora").size();
    base::set_test_clock("2026-11-18T09:00:00Z");
    look(desk, ticket);
    look(desk, ticket);
    CHECK(clock_of(desk, ticket, ClockKind::first_reply).is_breached);
    CHECK(desk.mails_to("Enora").size() == before + 1);
}

TEST_CASE_ENGINES("an answer keeps the first promise, a resolution both, a priority changes them")
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    const StillClock clock{morning};
    const auto ticket = desk.open(malo);
    take(goulven, ticket);
    CHECK(Length{clock_of(desk, ticket, ClockKind::first_reply).target} == 8h);
    const auto seen = now(desk, ticket).version;
    goulven.write([&](WorkspaceTransaction& tx) {
        prioritise_ticket(tx, ticket.number, Priority::high, seen);
    });
    CHECK(Length{clock_of(desk, ticket, ClockKind::first_reply).target} == 4h);
    CHECK(say(goulven, ticket, "Nous regardons.") == "done");
    CHECK(clock_of(desk, ticket, ClockKind::first_reply).met_at.has_value());
    CHECK_FALSE(clock_of(desk, ticket, ClockKind::resolution).met_at.has_value());
    move(goulven, now(desk, ticket), "resolve", "Port 7 réactivé.");
    CHECK(clock_of(desk, ticket, ClockKind::resolution).met_at.has_value());
    move(malo, now(desk, ticket), "reopen");
    CHECK_FALSE(clock_of(desk, ticket, ClockKind::resolution).met_at.has_value());
}

TEST_CASE_ENGINES("a business promises otherwise than its trade, and two admins do not overwrite "
                  "each other")
{
    Desk desk{engine};
    auto enora = desk.enora();
    const auto save = [&](std::int64_t minutes, std::int64_t seen) {
        return outcome_of([&] {
            enora.write([&](WorkspaceTransaction& tx) {
                auto policy = SlaStore{tx}.policy();
                policy.targets[Priority::medium].first_reply = minutes;
                policy.hours.days_off = {base::Date::parse("2026-12-25").value()};
                save_policy(tx, policy, seen);
            });
        });
    };
    CHECK(save(120, 0) == "done");
    CHECK(save(60, 0) == "tickets.refusal.sla_changed");
    CHECK(save(60, 1) == "done");
    CHECK(save(30, 1) == "tickets.refusal.sla_changed");
    const auto policy =
        desk.house().read([](WorkspaceTransaction& tx) { return SlaStore{tx}.policy(); });
    CHECK(policy.targets.at(Priority::medium).first_reply == 60);
    CHECK(policy.hours.days_off.size() == 1);
    CHECK(policy.hours.week.at(0).size() == 2);
    CHECK(policy.version == 2);
}
