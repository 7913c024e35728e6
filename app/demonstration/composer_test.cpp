#include "app/demonstration/accounts.hpp"
#include "app/demonstration/composer.hpp"
#include "app/demonstration/office_hours.hpp"

#include <doctest.h>

#include <algorithm>
#include <map>

using namespace demonstration;

namespace
{

const Material& material()
{
    static const auto read = read_material(base::embedded_presets(), "support-technique");
    return read;
}

Occasion occasion_at(std::string_view iso)
{
    return {.seed = 20, .now = *base::parse_iso(iso), .time_zone = "Europe/Paris"};
}

/// Days that composing finds awkward: a Saturday night, a Monday morning, a change of clocks, the
/// first of January.
std::vector<Occasion> occasions()
{
    return {occasion_at("2026-11-21T03:48:00Z"), occasion_at("2026-11-23T06:10:00Z"),
            occasion_at("2027-03-28T01:30:00Z"), occasion_at("2027-01-01T09:00:00Z"),
            occasion_at("2026-06-17T13:00:00Z")};
}

bool is_over(const ComposedTicket& ticket)
{
    return std::ranges::any_of(ticket.steps, [](const Step& step) {
        return step.move == "resolve" || step.move == "close_without_resolution";
    });
}

std::string everything_in(const ComposedTicket& ticket)
{
    auto text = ticket.story + ticket.title + ticket.description + ticket.priority +
                base::iso(ticket.opened_at) + std::to_string(ticket.mark) + ticket.comment;
    for (const auto& step : ticket.steps)
        text += base::iso(step.at) + step.text + step.move + std::to_string(step.author.position);
    return text;
}

} // namespace

TEST_CASE("A year of 400 tickets, oldest first")
{
    for (const auto& occasion : occasions()) {
        const auto tickets = compose(material(), occasion);
        CHECK(tickets.size() == 400);
        CHECK(std::ranges::is_sorted(tickets, {}, &ComposedTicket::opened_at));
        CHECK(tickets.front().opened_at >= occasion.now - std::chrono::days{365});
        CHECK(tickets.front().opened_at <= occasion.now - std::chrono::days{350});
        CHECK(tickets.back().opened_at <= occasion.now);
    }
}

TEST_CASE("Two neighbours share neither title nor opening")
{
    for (const auto& occasion : occasions()) {
        const auto tickets = compose(material(), occasion);
        for (std::size_t at = 1; at < tickets.size(); ++at) {
            CAPTURE(tickets[at].story);
            CHECK(tickets[at].title != tickets[at - 1].title);
            CHECK(tickets[at].description != tickets[at - 1].description);
            CHECK(tickets[at].story != tickets[at - 1].story);
        }
    }
}

TEST_CASE("No two tickets of the year read alike from beginning to end")
{
    std::map<std::string, int> seen;
    for (const auto& ticket : compose(material(), occasions().front()))
        ++seen[ticket.title + ticket.description];
    const auto twice = std::ranges::count_if(seen, [](const auto& one) { return one.second > 1; });
    CHECK(twice <= 4);
}

TEST_CASE("What is not over began in the last days")
{
    for (const auto& occasion : occasions()) {
        const auto tickets = compose(material(), occasion);
        std::ptrdiff_t in_progress = 0;
        for (const auto& ticket : tickets) {
            if (is_over(ticket)) continue;
            ++in_progress;
            CAPTURE(ticket.story);
            CHECK(ticket.opened_at >= occasion.now - recent_days);
        }
        CHECK(in_progress >= 35);
        CHECK(in_progress <= 65);
    }
}

TEST_CASE("Steps follow the opening in the order of time and none is after now")
{
    for (const auto& occasion : occasions())
        for (const auto& ticket : compose(material(), occasion)) {
            CAPTURE(ticket.story);
            CHECK(std::ranges::is_sorted(ticket.steps, {}, &Step::at));
            for (const auto& step : ticket.steps) {
                CHECK(step.at > ticket.opened_at);
                CHECK(step.at <= occasion.now);
            }
        }
}

TEST_CASE("The team writes at working hours, clients ask by day and mostly on weekdays")
{
    const auto occasion = occasions().back();
    std::ptrdiff_t weekend = 0;
    for (const auto& ticket : compose(material(), occasion)) {
        const auto wall = base::wall_time_in(ticket.opened_at, occasion.time_zone);
        CHECK(wall.hour >= 8);
        CHECK(wall.hour < 18);
        if (!is_working_time(ticket.opened_at, occasion.time_zone)) ++weekend;
        for (const auto& step : ticket.steps) {
            const auto at = base::wall_time_in(step.at, occasion.time_zone);
            CAPTURE(base::iso(step.at));
            if (step.author.kind == Author::Kind::member)
                CHECK(is_working_time(step.at - std::chrono::seconds{5}, occasion.time_zone));
            if (step.author.kind == Author::Kind::contact) CHECK(at.hour >= 7);
        }
    }
    CHECK(weekend <= 60);
    CHECK(weekend > 0);
}

TEST_CASE("Nobody leaves a new ticket alone for more than a working day")
{
    for (const auto& occasion : occasions())
        for (const auto& ticket : compose(material(), occasion)) {
            if (!ticket.steps.empty()) continue;
            CAPTURE(ticket.story);
            CAPTURE(base::iso(ticket.opened_at));
            CHECK(ticket.opened_at >=
                  working_day_before(occasion.now, 1, occasion.time_zone) - std::chrono::hours{16});
        }
}

TEST_CASE("Every client a visitor may be has requests in progress, when he has a site")
{
    for (auto occasion : occasions()) {
        occasion.guests = guest_clients(material());
        std::map<std::size_t, int> in_progress;
        for (const auto& ticket : compose(material(), occasion))
            if (!is_over(ticket)) ++in_progress[ticket.client];
        REQUIRE(occasion.guests.size() == 3);
        CHECK(in_progress[occasion.guests[0]] >= 1);
        CHECK(in_progress[occasion.guests[1]] >= 1);
        CHECK(in_progress[occasion.guests[2]] == 0);
    }
}

TEST_CASE("The same seed and the same day give the same tickets; another seed does not")
{
    auto occasion = occasions().front();
    const auto first = compose(material(), occasion);
    const auto again = compose(material(), occasion);
    REQUIRE(first.size() == again.size());
    for (std::size_t at = 0; at < first.size(); ++at)
        CHECK(everything_in(first[at]) == everything_in(again[at]));
    occasion.seed += 1;
    CHECK(everything_in(compose(material(), occasion).front()) != everything_in(first.front()));
}

TEST_CASE("No placeholder and no empty text is left")
{
    for (const auto& ticket : compose(material(), occasions().front())) {
        CAPTURE(ticket.story);
        auto texts = std::vector{ticket.title, ticket.description};
        for (const auto& step : ticket.steps)
            if (step.kind != Step::Kind::move || step.move == "ask" || step.move == "resolve")
                texts.push_back(step.text);
        for (const auto& text : texts) {
            CHECK_FALSE(text.empty());
            CHECK(text.find_first_of("{}") == std::string::npos);
        }
    }
}

TEST_CASE("Every member of the team works, and no client asks for a third of everything")
{
    std::map<std::size_t, int> by_assignee;
    std::map<std::size_t, int> by_client;
    for (const auto& ticket : compose(material(), occasions().front())) {
        if (ticket.assignee) ++by_assignee[*ticket.assignee];
        ++by_client[ticket.client];
    }
    CHECK(by_assignee.size() >= 3);
    CHECK(by_client.size() >= 35);
    for (const auto& [client, count] : by_client)
        CHECK(count < 80);
}
