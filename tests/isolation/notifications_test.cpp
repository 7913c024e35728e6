#include "app/housekeeping.hpp"
#include "app/modules.hpp"
#include "kernel/events/own_topic.hpp"
#include "kernel/events/topics.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;
using test_world::Member;

namespace
{

constexpr db::Query count_of{"test.count_notifications", R"sql(
    SELECT count(*) FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// A request of the client on a project of his.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), scene(world, "vigie"),
          project(scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
              const auto id = projects::add_project(tx, {.name = "Site Horizon"});
              projects::assign_client(tx, id, scene.client.actor.client);
              return id;
          })),
          number(scene.as(scene.client).write([&](tenancy::WorkspaceTransaction& tx) {
              return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                               .description = "Noire depuis hier.",
                                               .project = project,
                                               .client = scene.client.actor.client})
                  .number;
          }))
    {
    }

    std::int64_t lines_of(const Member& reader)
    {
        return scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count_of, {{"reader", reader.membership}}).value();
        });
    }
    std::string list_of(Member& reader, std::string_view query = {})
    {
        const auto side = reader.actor.side == tenancy::Side::staff ? "/e/" : "/p/";
        return reader.browser.get(side + ("vigie/notifications" + std::string{query})).body;
    }
    void say(Member& author, const std::string& words)
    {
        const auto place =
            author.actor.side == tenancy::Side::staff ? "/e/vigie/tickets/" : "/p/vigie/demandes/";
        REQUIRE(author.browser.post(place + number + "/messages", {{"body", words}}).status == 303);
    }
    void note(const std::string& words)
    {
        REQUIRE(scene.admin.browser.post("/e/vigie/tickets/" + number + "/notes", {{"body", words}})
                    .status == 303);
    }
    /// The address of the newest line of a list.
    static std::string first_link(const std::string& page)
    {
        const auto at = page.find("id=\"notification_");
        REQUIRE(at != std::string::npos);
        const auto anchor = page.find("<a ", at);
        const auto start = page.find("href=\"", anchor) + 6;
        return page.substr(start, page.find('"', start) - start);
    }

    test_world::World world;
    Scene scene;
    projects::ProjectId project;
    std::string number;
};

bool holds(const std::string& page, std::string_view words)
{
    return page.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("a new request is told to the team, and not to who wrote it") // NTF-011 NTF-017
{
    Desk desk{engine};
    CHECK(desk.lines_of(desk.scene.admin) == 1);
    CHECK(desk.lines_of(desk.scene.technician) == 1);
    CHECK(desk.lines_of(desk.scene.developer) == 1);
    CHECK(desk.lines_of(desk.scene.client) == 0);
    CHECK(desk.lines_of(desk.scene.other_client) == 0);

    const auto page = desk.list_of(desk.scene.technician);
    CHECK(holds(page, "Nouvelle demande, écrite par " + desk.scene.client.actor.name));
    CHECK(holds(page, "Caméra 4 hors ligne"));
    CHECK(holds(page, "1 à lire"));
}

TEST_CASE_ENGINES("an answer is told to the other party, an assignment to the person") // NTF-011
{
    Desk desk{engine};
    desk.say(desk.scene.technician, "Nous regardons.");
    CHECK(holds(desk.list_of(desk.scene.client), "Karim Tanguy vous a répondu"));
    CHECK(desk.lines_of(desk.scene.technician) == 1);

    const auto ticket = desk.scene.admin.browser.get("/e/vigie/tickets/" + desk.number).body;
    const auto at = ticket.find("name=\"version\" value=\"") + 22;
    const auto version = ticket.substr(at, ticket.find('"', at) - at);
    REQUIRE(desk.scene.admin.browser
                .post("/e/vigie/tickets/" + desk.number + "/attribution",
                      {{"assignee", desk.scene.developer.membership.text()}, {"version", version}})
                .status == 303);
    CHECK(holds(desk.list_of(desk.scene.developer), "Maëlys Corre vous a attribué cette demande"));
    CHECK(holds(desk.list_of(desk.scene.client), "Votre demande passe à"));

    desk.say(desk.scene.client, "Merci.");
    CHECK(holds(desk.list_of(desk.scene.developer), "Malo Kervella a écrit un message"));
    CHECK_FALSE(holds(desk.list_of(desk.scene.technician), "a écrit un message"));
}

TEST_CASE_ENGINES("two answers within ten minutes are one line, a later one is another") // NTF-017
{
    const ClockGuard guard;
    Desk desk{engine};
    desk.say(desk.scene.technician, "Nous regardons.");
    desk.say(desk.scene.admin, "Le câble est en cause.");
    CHECK(desk.lines_of(desk.scene.client) == 1);
    CHECK(holds(desk.list_of(desk.scene.client),
                "2 nouvelles réponses, la dernière de Maëlys Corre"));
    base::set_test_clock("+11m");
    desk.say(desk.scene.admin, "Nous passons demain.");
    CHECK(desk.lines_of(desk.scene.client) == 2);
}

TEST_CASE_ENGINES("an internal note is told to nobody and moves no counter of the client")
// NTF-011
{
    Desk desk{engine};
    desk.say(desk.scene.admin, "Nous regardons.");
    const auto before = desk.list_of(desk.scene.client);
    const auto team = desk.lines_of(desk.scene.technician);
    desk.note("Client pénible, à facturer " + std::string{isolation::marker});
    CHECK(desk.lines_of(desk.scene.client) == 1);
    CHECK(desk.lines_of(desk.scene.technician) == team);
    const auto after = desk.list_of(desk.scene.client);
    CHECK_FALSE(holds(after, "pénible"));
    CHECK(holds(after, "1 à lire"));
}

TEST_CASE_ENGINES("a subject the reader lost is neither listed, nor counted, nor opened") // NTF-003
{
    Desk desk{engine};
    desk.say(desk.scene.admin, "Nous regardons.");
    const auto link = desk.first_link(desk.list_of(desk.scene.client));
    REQUIRE(desk.scene.admin.browser
                .post("/e/vigie/projets/" + desk.project.text() + "/clients/" +
                      desk.scene.client.actor.client.text() + "/retrait")
                .status == 303);
    const auto page = desk.list_of(desk.scene.client);
    CHECK_FALSE(holds(page, "Caméra 4"));
    CHECK_FALSE(holds(page, "à lire"));
    CHECK(desk.scene.client.browser.get(link).status == 404);
}

TEST_CASE_ENGINES(
    "opening a line leads to its subject and marks it read; seeing the subject does too")
// NTF-003
{
    Desk desk{engine};
    desk.say(desk.scene.admin, "Nous regardons.");
    const auto link = desk.first_link(desk.list_of(desk.scene.client));
    const auto opened = desk.scene.client.browser.get(link);
    CHECK(opened.headers.get("Location") == "/p/vigie/demandes/" + desk.number);
    CHECK_FALSE(holds(desk.list_of(desk.scene.client), "à lire"));

    CHECK(holds(desk.list_of(desk.scene.technician), "1 à lire"));
    desk.scene.technician.browser.get("/e/vigie/tickets/" + desk.number);
    CHECK_FALSE(holds(desk.list_of(desk.scene.technician), "à lire"));
}

TEST_CASE_ENGINES("lines are marked read, unread, and all at once, by their reader only") // NTF-003
{
    Desk desk{engine};
    auto& reader = desk.scene.technician;
    const auto link = desk.first_link(desk.list_of(reader));
    CHECK(desk.scene.developer.browser.get(link).status == 404);
    CHECK(desk.scene.developer.browser.post(link + "/lecture", {{"is_read", "1"}}).status == 404);
    CHECK(holds(desk.list_of(reader), "1 à lire"));

    CHECK(reader.browser.post(link + "/lecture", {{"is_read", "1"}}).status == 303);
    CHECK(holds(desk.list_of(reader, "?vue=unread"), "Tout est lu"));
    CHECK(reader.browser.post(link + "/lecture", {{"is_read", "0"}}).status == 303);
    CHECK(holds(desk.list_of(reader, "?vue=unread"), "Caméra 4"));
    CHECK_FALSE(holds(desk.list_of(reader, "?type=tickets.assigned"), "Caméra 4"));

    CHECK(reader.browser.post("/e/vigie/notifications/lecture").status == 303);
    CHECK(holds(desk.list_of(reader, "?vue=unread"), "Tout est lu"));
    CHECK(holds(desk.list_of(desk.scene.developer), "1 à lire"));
}

TEST_CASE_ENGINES("lines are kept ninety days") // NTF-003
{
    const ClockGuard guard;
    Desk desk{engine};
    base::set_test_clock("+89d");
    app::keep_house(desk.world.database());
    CHECK(desk.lines_of(desk.scene.technician) == 1);
    base::set_test_clock("+91d");
    app::keep_house(desk.world.database());
    CHECK(desk.lines_of(desk.scene.technician) == 0);
}

TEST_CASE_ENGINES("a new line is told to the open pages of its reader, and to nobody else's")
{
    Desk desk{engine}; // NTF-003, PLT-056
    const auto has_rung = [&](const Member& reader, const events::Moment& since) {
        const auto topic =
            events::topic_of(desk.scene.workspace.id, events::own_topic(reader.membership));
        return events::board().since(topic, since) == events::Board::Since::Changed;
    };
    const auto own = events::own_topic(desk.scene.technician.membership);
    CHECK(holds(desk.scene.technician.browser.get("/e/vigie/tickets").body, "/" + own));
    CHECK_FALSE(holds(desk.scene.admin.browser.get("/e/vigie/tickets").body, "/" + own));

    auto moment = events::board().now();
    desk.say(desk.scene.technician, "Nous regardons.");
    CHECK(has_rung(desk.scene.client, moment));
    CHECK_FALSE(has_rung(desk.scene.other_client, moment));
    CHECK_FALSE(has_rung(desk.scene.admin, moment));

    moment = events::board().now();
    desk.scene.client.browser.get("/p/vigie/demandes/" + desk.number);
    CHECK(has_rung(desk.scene.client, moment));
    moment = events::board().now();
    desk.scene.client.browser.get("/p/vigie/demandes/" + desk.number);
    CHECK_FALSE(has_rung(desk.scene.client, moment));
}
