#include "modules/tickets/sla.hpp"

#include <doctest.h>

using namespace tickets;
using namespace std::chrono_literals;

namespace
{

base::Instant at(const char* iso)
{
    return base::parse_iso(iso).value();
}

/// Monday to Friday, 9 to 12 and 14 to 18, in Paris: seven hours a day.
OpeningHours shop()
{
    OpeningHours hours;
    hours.zone = "Europe/Paris";
    for (std::size_t day = 0; day < 5; ++day)
        hours.week.at(day) = parse_spans("9:00-12:00, 14:00-18:00").value();
    return hours;
}

Ticket open_ticket()
{
    Ticket ticket;
    ticket.state = "nouveau";
    return ticket;
}

SlaClock clock_of(ClockKind kind, std::chrono::hours target)
{
    return {.kind = kind, .target = Length{target}.count()};
}

} // namespace

TEST_CASE("only open hours count: not the night, not noon, not the week-end, not a day off")
{
    auto hours = shop();
    // 2026-11-20 is a Friday; Paris is at +1
    CHECK(open_between(at("2026-11-20T16:00:00Z"), at("2026-11-23T09:00:00Z"), hours) == 2h);
    CHECK(open_between(at("2026-11-20T10:30:00Z"), at("2026-11-20T13:30:00Z"), hours) == 60min);
    hours.days_off = {base::Date::parse("2026-11-23").value()};
    CHECK(open_between(at("2026-11-20T16:00:00Z"), at("2026-11-24T09:00:00Z"), hours) == 2h);
    CHECK(open_between(at("2026-11-24T09:00:00Z"), at("2026-11-20T16:00:00Z"), hours) == 0h);
}

TEST_CASE("a target is reached the same way it is counted")
{
    const auto hours = shop();
    const auto due = after_open(at("2026-11-20T16:00:00Z"), 2h, hours);
    CHECK(due == at("2026-11-23T09:00:00Z"));
    CHECK(after_open(at("2026-11-20T16:00:00Z"), 1h, hours) == at("2026-11-20T17:00:00Z"));
    CHECK_FALSE(after_open(at("2026-11-20T16:00:00Z"), 1h, {.zone = "Europe/Paris"}).has_value());
}

TEST_CASE("hours are those of the wall when the clocks change") // TKT-050
{
    auto hours = shop();
    for (auto& day : hours.week)
        day = parse_spans("0:00-24:00").value();
    // 29 March 2026 has 23 hours in Paris, 25 October 2026 has 25
    CHECK(open_between(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"), hours) == 23h);
    CHECK(open_between(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"), hours) == 25h);
    const auto narrow = shop();
    // Friday 27 March 17:30 (+1) and one hour: Monday 30 March 9:30 (+2)
    CHECK(after_open(at("2026-03-27T16:30:00Z"), 1h, narrow) == at("2026-03-30T07:30:00Z"));
}

TEST_CASE("opening hours are read as people write them, and refused when they make no sense")
{
    CHECK(text_of(parse_spans("09:00-12:00,14:00-18:30").value()) == "9:00-12:00, 14:00-18:30");
    CHECK(parse_spans("  ")->empty());
    for (const auto* wrong : {"9-12", "12:00-9:00", "9:00-12:00, 11:00-13:00", "25:00-26:00",
                              "9:60-10:00", "9:00", "a:00-b:00", "9:00-12:00-14:00"})
        CHECK_MESSAGE(!parse_spans(wrong), wrong);
}

TEST_CASE("the clock stops while the client is waited for, across a night") // TKT-050
{
    const auto hours = shop();
    auto ticket = open_ticket();
    auto clock = clock_of(ClockKind::resolution, 4h);
    follow(clock, ticket, 4h, at("2026-11-18T16:00:00Z"), hours); // Wednesday 17:00
    CHECK(clock.due_at == at("2026-11-19T11:00:00Z"));
    ticket.waits_on = WaitsOn::client;
    follow(clock, ticket, 4h, at("2026-11-18T16:30:00Z"), hours);
    CHECK(Length{clock.spent} == 30min);
    CHECK_FALSE(clock.due_at.has_value());
    CHECK(left_at(clock, at("2026-11-19T16:00:00Z"), hours) == 3h + 30min);
    ticket.waits_on = WaitsOn::team;
    follow(clock, ticket, 4h, at("2026-11-19T08:30:00Z"), hours); // Thursday 9:30
    CHECK(clock.due_at == at("2026-11-19T14:00:00Z"));
    ticket.waits_on = WaitsOn::date;
    follow(clock, ticket, 4h, at("2026-11-19T09:30:00Z"), hours);
    CHECK_FALSE(clock.running_since.has_value());
}

TEST_CASE("a warning comes at three quarters, the breach at the end, each told once")
{
    const auto hours = shop();
    const auto ticket = open_ticket();
    auto clock = clock_of(ClockKind::first_reply, 4h);
    const auto start = at("2026-11-18T08:00:00Z"); // 9:00
    follow(clock, ticket, 4h, start, hours);
    CHECK(next_alarm(clock, hours) == start + 3h);
    CHECK_FALSE(is_near(clock, start + 2h, hours));
    CHECK(is_near(clock, start + 3h, hours));
    CHECK_FALSE(is_over(clock, start + 3h, hours));
    clock.is_warned = true;
    CHECK(next_alarm(clock, hours) == start + 6h); // after noon
    CHECK(is_over(clock, start + 6h, hours));
    clock.is_breached = true;
    CHECK_FALSE(next_alarm(clock, hours).has_value());
}

TEST_CASE("an answer keeps the first promise for good, a reopening takes up the second again")
{
    const auto hours = shop();
    auto ticket = open_ticket();
    auto reply = clock_of(ClockKind::first_reply, 4h);
    auto resolution = clock_of(ClockKind::resolution, 8h);
    const auto start = at("2026-11-18T08:00:00Z");
    for (auto* clock : {&reply, &resolution})
        follow(*clock, ticket, 8h, start, hours);
    ticket.first_reply_at = start + 1h;
    ticket.is_open = false;
    ticket.waits_on = WaitsOn::nobody;
    for (auto* clock : {&reply, &resolution})
        follow(*clock, ticket, 8h, start + 1h, hours);
    CHECK(reply.met_at == start + 1h);
    CHECK(resolution.met_at == start + 1h);
    ticket.is_open = true;
    ticket.waits_on = WaitsOn::team;
    for (auto* clock : {&reply, &resolution})
        follow(*clock, ticket, 8h, start + 2h, hours);
    CHECK(reply.met_at == start + 1h);
    CHECK_FALSE(resolution.met_at.has_value());
    CHECK(left_at(resolution, start + 2h, hours) == 7h);
}

TEST_CASE("where nothing is promised nothing runs, and a promise made later counts from then on")
{
    const auto hours = shop();
    const auto ticket = open_ticket();
    auto clock = clock_of(ClockKind::resolution, 4h);
    const auto start = at("2026-11-18T08:00:00Z");
    follow(clock, ticket, 4h, start, hours);
    clock.is_warned = true;
    follow(clock, ticket, 0h, start + 1h, hours);
    CHECK_FALSE(clock.running_since.has_value());
    CHECK_FALSE(clock.is_warned);
    CHECK_FALSE(next_alarm(clock, hours).has_value());
    follow(clock, ticket, 2h, start + 2h, hours);
    CHECK(left_at(clock, start + 2h, hours) == 1h);
}

TEST_CASE("opening hours that change move the warning and the end, as the hours are now")
{
    const auto ticket = open_ticket();
    auto clock = clock_of(ClockKind::first_reply, 4h);
    const auto start = at("2026-11-18T08:00:00Z");
    follow(clock, ticket, 4h, start, shop());
    clock.is_warned = true;
    auto closed = shop();
    closed.days_off.insert(base::Date::parse("2026-11-18").value());
    CHECK(next_alarm(clock, closed) > start + 12h);
}
