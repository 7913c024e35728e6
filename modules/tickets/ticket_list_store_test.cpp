#include "kernel/auth/workspaces.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/figure_store.hpp"
#include "modules/tickets/portal_list_store.hpp"
#include "modules/tickets/ticket_counter_store.hpp"
#include "modules/tickets/ticket_list_store.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

using namespace tickets;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr tenancy::MembershipId goulven{7};
constexpr tenancy::MembershipId soizic{8};

/// A year of requests: one an hour, told as past tickets.
struct Archive {
    explicit Archive(db::Engine engine)
        : fresh(test_support::fresh_database(engine)),
          workspace{.id = fresh->database().ids().make<tenancy::WorkspaceId>(),
                    .slug = "vigie",
                    .name = "Vigie Bretonne",
                    .preset = "support-technique",
                    .time_zone = "Europe/Paris"}
    {
        auto house = as(tenancy::Actor::system());
        house.write([&](WorkspaceTransaction& tx) {
            auth::create_workspace(tx);
            client =
                crm::add_client(tx, {.company_name = "Kervella", .email = "k@kervella.example"});
            site = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, site, client);
        });
    }
    tenancy::Context as(const tenancy::Actor& actor)
    {
        return {fresh->database(), workspace, actor};
    }
    Ticket add(int hour, const std::vector<PastStep>& steps = {},
               Priority priority = Priority::medium)
    {
        auto house = as(tenancy::Actor::system());
        PastTicket past{.asked = {.title = "Demande " + std::to_string(hour),
                                  .description = "Texte",
                                  .priority = priority,
                                  .project = site,
                                  .client = client},
                        .opened_by = goulven,
                        .opened_at = at(hour),
                        .steps = steps};
        return house.write([&](WorkspaceTransaction& tx) { return add_past_ticket(tx, past); });
    }
    void copy(const Ticket& ticket, int times)
    {
        auto house = as(tenancy::Actor::system());
        house.write([&](WorkspaceTransaction& tx) {
            for (int n = 0; n < times; ++n) {
                auto twin = ticket;
                twin.id = tx.make_id<TicketId>();
                twin.number = "C-" + std::to_string(n);
                TicketStore{tx}.insert(twin);
            }
        });
    }
    PastStep taken_by(tenancy::MembershipId who, int hour)
    {
        return {.kind = PastStep::Kind::move,
                .author = who,
                .at = at(hour),
                .move = "take",
                .assignee = who};
    }
    static base::Instant at(int hour)
    {
        return base::Instant{1'790'000'000'000'000} + std::chrono::hours{hour};
    }
    std::vector<std::string> titles(View view, const Filter& filter = {}, const Cursor& after = {},
                                    int limit = 10)
    {
        auto reader = as({.membership = goulven, .side = tenancy::Side::staff});
        return reader.read([&](WorkspaceTransaction& tx) {
            std::vector<std::string> found;
            for (const auto& row : TicketListStore{tx}.page(view, filter, after, limit))
                found.push_back(row.title);
            return found;
        });
    }

    std::unique_ptr<test_support::FreshDatabase> fresh;
    tenancy::Workspace workspace;
    tenancy::ClientId client;
    projects::ProjectId site;
};

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE_ENGINES("each view holds its tickets, newest activity first")
{
    Archive archive{engine};
    archive.add(1);
    archive.add(2, {archive.taken_by(goulven, 20)});
    archive.add(3, {archive.taken_by(soizic, 4)});
    archive.add(
        5,
        {archive.taken_by(goulven, 6),
         {.kind = PastStep::Kind::move, .author = goulven, .at = Archive::at(7), .move = "start"},
         {.kind = PastStep::Kind::move,
          .author = goulven,
          .at = Archive::at(8),
          .text = "Photo ?",
          .move = "ask"}});
    archive.add(9, {archive.taken_by(goulven, 10),
                    {.kind = PastStep::Kind::move,
                     .author = goulven,
                     .at = Archive::at(11),
                     .text = "Fait.",
                     .move = "resolve"}});

    CHECK(archive.titles(View::todo) == Titles{"Demande 2", "Demande 3", "Demande 1"});
    CHECK(archive.titles(View::mine) == Titles{"Demande 2", "Demande 5"});
    CHECK(archive.titles(View::unassigned) == Titles{"Demande 1"});
    CHECK(archive.titles(View::waiting) == Titles{"Demande 5"});
    CHECK(archive.titles(View::all).size() == 5);
    CHECK(archive.titles(View::shared).empty());

    auto reader = archive.as({.membership = goulven});
    const auto counters = reader.read(
        [](WorkspaceTransaction& tx) { return tickets::TicketCounterStore{tx}.counters(); });
    CHECK(counters.todo == 3);
    CHECK(counters.mine == 2);
    CHECK(counters.unassigned == 1);
    CHECK(counters.waiting == 1);
    CHECK(counters.shared == 0);
    CHECK(counters.all == 5);
}

TEST_CASE_ENGINES("what was shared with the reader is a view of its own")
{
    Archive archive{engine};
    const auto ticket = archive.add(1);
    archive.add(2);
    archive.as({.membership = soizic}).write([&](WorkspaceTransaction& tx) {
        TicketStore{tx}.share(
            {.ticket_id = ticket.id, .membership_id = goulven, .shared_by = soizic});
    });

    CHECK(archive.titles(View::shared) == Titles{"Demande 1"});
    CHECK(archive.titles(View::shared, {.priority = "urgent"}).empty());
}

TEST_CASE_ENGINES("pages follow each other without a gap or a double")
{
    Archive archive{engine};
    for (int hour = 1; hour <= 7; ++hour)
        archive.add(hour);
    auto reader = archive.as({.membership = goulven});
    const auto page = [&](const Cursor& after) {
        return reader.read([&](WorkspaceTransaction& tx) {
            return TicketListStore{tx}.page(View::all, {}, after, 3);
        });
    };
    auto first = page({});
    REQUIRE(first.size() == 4);
    first.pop_back();
    const auto second = page({.at = first.back().last_activity_at, .id = first.back().id});
    CHECK(first.back().title == "Demande 5");
    CHECK(second.front().title == "Demande 4");
}

TEST_CASE_ENGINES("filters narrow every view")
{
    Archive archive{engine};
    archive.add(1, {}, Priority::urgent);
    archive.add(2);
    archive.add(3, {archive.taken_by(soizic, 4)}, Priority::urgent);

    for (const auto view : {View::todo, View::all})
        CHECK(archive.titles(view, {.priority = "urgent"}) == Titles{"Demande 3", "Demande 1"});
    CHECK(archive.titles(View::unassigned, {.priority = "urgent"}) == Titles{"Demande 1"});
    CHECK(archive.titles(View::all, {.assignee = soizic}) == Titles{"Demande 3"});
    CHECK(archive.titles(View::all, {.state = "nouveau"}) == Titles{"Demande 2", "Demande 1"});
    CHECK(archive.titles(View::all, {.project = archive.site}).size() == 3);
    CHECK(archive.titles(View::all, {.client = archive.client}).size() == 3);
    CHECK(archive.titles(View::all, {.client = {999}}).empty());
}

TEST_CASE_ENGINES("a ticket is unread until its reader has seen the last activity")
{
    Archive archive{engine};
    const auto ticket = archive.add(1);
    auto reader = archive.as({.membership = goulven});
    const auto is_unread = [&] {
        return reader.read([](WorkspaceTransaction& tx) {
            return TicketListStore{tx}.page(View::all, {}, {}).front().is_unread;
        });
    };
    CHECK(is_unread());
    reader.write([&](WorkspaceTransaction& tx) {
        TicketStore{tx}.mark_read(ticket.id, goulven, Archive::at(2));
    });
    CHECK_FALSE(is_unread());
}

TEST_CASE_ENGINES("counting the requests of a project stops where it is no longer shown")
{
    Archive archive{engine};
    const auto ticket = archive.add(1);
    archive.copy(ticket, counter_max + 20);
    archive.as(tenancy::Actor::system()).read([&](WorkspaceTransaction& tx) {
        PortalListStore store{tx};
        for (const auto client : {tenancy::ClientId{}, archive.client}) {
            CHECK(store.count(archive.site, client).open_count == counter_max);
            CHECK(store.count(archive.site, client).total_count == counter_max);
        }
        CHECK(store.count(archive.site, {999}).total_count == 0);
    });
}

TEST_CASE_ENGINES("a client counts and lists his own requests on the projects he has") // TKT-008
{
    Archive archive{engine};
    archive.add(1);
    archive.add(2, {archive.taken_by(goulven, 3),
                    {.kind = PastStep::Kind::move,
                     .author = goulven,
                     .at = Archive::at(4),
                     .text = "Fait.",
                     .move = "resolve"}});
    auto house = archive.as(tenancy::Actor::system());
    house.read([&](WorkspaceTransaction& tx) {
        PortalListStore store{tx};
        const auto count = store.count(archive.site, archive.client);
        CHECK(count.open_count == 1);
        CHECK(count.total_count == 2);
        CHECK(store.count(archive.site, {999}).total_count == 0);
        CHECK(store.requests(archive.client, RequestView::current, {}).size() == 2);
        CHECK(store.requests(archive.client, RequestView::open, {}).size() == 1);
        CHECK(store.requests(archive.client, RequestView::waiting, {}).empty());
        CHECK(store.requests(archive.client, RequestView::past, {}).size() == 1);
        CHECK(store.requests({999}, RequestView::current, {}).empty());
    });
}

TEST_CASE_ENGINES("who has open tickets is said with how many, most first")
{
    Archive archive{engine};
    archive.add(1); // nobody's
    archive.add(2, {archive.taken_by(goulven, 20)});
    archive.add(3, {archive.taken_by(soizic, 4)});
    archive.add(4, {archive.taken_by(soizic, 5)});
    archive.add(5, {archive.taken_by(goulven, 6),
                    {.kind = PastStep::Kind::move,
                     .author = goulven,
                     .at = Archive::at(7),
                     .text = "Écrit deux fois.",
                     .move = "close_without_resolution",
                     .reason = "duplicate"}}); // no longer open
    const auto loads = archive.as(tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
        return FigureStore{tx}.loads();
    });
    REQUIRE(loads.size() == 2);
    CHECK(loads[0].assignee == soizic);
    CHECK(loads[0].open == 2);
    CHECK(loads[1].assignee == goulven);
    CHECK(loads[1].open == 1);
}
