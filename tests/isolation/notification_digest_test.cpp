#include "app/modules.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/notifications/digest.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;
using test_world::Member;
using test_world::Typed;

namespace
{

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// Friday, ten in the morning in Paris; the admin wants one mail a day.
struct Day {
    explicit Day(db::Engine engine)
    {
        base::set_test_clock("2026-11-20T09:00:00Z");
        world = std::make_unique<test_world::World>(engine, app::describe_modules);
        scene = std::make_unique<Scene>(*world, "vigie");
        project = scene->as(scene->admin).write([&](tenancy::WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, id, scene->client.actor.client);
            return id;
        });
        choose({{"app", "tickets.opened"},
                {"email", "tickets.opened"},
                {"email", "tickets.answered"},
                {"is_daily", "on"}});
    }
    void choose(const Typed& typed)
    {
        REQUIRE(scene->admin.browser.post("/e/vigie/notifications/preferences", typed).status ==
                303);
    }
    std::string ask(const std::string& title)
    {
        return scene->as(scene->client)
            .write([&](tenancy::WorkspaceTransaction& tx) {
                return tickets::open_ticket(tx, {.title = title,
                                                 .description = "Noire depuis hier.",
                                                 .project = project,
                                                 .client = scene->client.actor.client});
            })
            .number;
    }
    void say(const std::string& number, const std::string& words)
    {
        REQUIRE(scene->client.browser
                    .post("/p/vigie/demandes/" + number + "/messages", {{"body", words}})
                    .status == 303);
    }
    std::vector<mail::StoredMessage> mails_to(const Member& reader)
    {
        auto all = scene->as(scene->admin).read([](tenancy::WorkspaceTransaction& tx) {
            return mail::recent(tx);
        });
        std::erase_if(all, [&](const mail::StoredMessage& one) {
            return one.to_email != reader.actor.email;
        });
        return all;
    }
    std::vector<mail::StoredMessage> mails_at(const char* moment)
    {
        base::set_test_clock(moment);
        world->run_jobs();
        return mails_to(scene->admin);
    }

    ClockGuard guard;
    std::unique_ptr<test_world::World> world;
    std::unique_ptr<Scene> scene;
    projects::ProjectId project;
};

} // namespace

TEST_CASE("nine o’clock is local, the day the hour changes too")
{
    const auto next = [](const char* now, const char* zone) { // NTF-018
        return base::iso(notifications::next_digest(base::parse_iso(now).value(), zone));
    };
    CHECK(next("2026-11-20T07:59:00Z", "Europe/Paris") == "2026-11-20T08:00:00.000Z");
    CHECK(next("2026-11-20T08:00:00Z", "Europe/Paris") == "2026-11-21T08:00:00.000Z");
    CHECK(next("2026-10-24T20:00:00Z", "Europe/Paris") == "2026-10-25T08:00:00.000Z");
    CHECK(next("2026-03-28T20:00:00Z", "Europe/Paris") == "2026-03-29T07:00:00.000Z");
    CHECK(next("2026-11-20T12:00:00Z", "America/Halifax") == "2026-11-20T13:00:00.000Z");
}

TEST_CASE_ENGINES("who wants one mail a day gets one, at nine, about what he has not read")
{
    Day day{engine}; // NTF-002, NTF-017
    CHECK(day.scene->admin.browser.get("/e/vigie/notifications/preferences")
              .body.find("name=\"is_daily\"") != std::string::npos);
    const auto number = day.ask("Caméra 4 hors ligne");
    day.say(number, "Alors ?");
    day.say(number, "Et maintenant ?");
    CHECK(day.mails_to(day.scene->technician).size() == 3);
    CHECK(day.mails_at("2026-11-21T07:59:00Z").empty());
    const auto mails = day.mails_at("2026-11-21T08:00:00Z");
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().template_name == "notifications.digest");
    CHECK(mails.front().text.find("Caméra 4 hors ligne (" + number + ")") != std::string::npos);
    CHECK(mails.front().text.find("2 fois") != std::string::npos);
    CHECK(mails.front().text.find("Et maintenant") == std::string::npos);
    CHECK(day.mails_at("2026-11-22T08:00:00Z").size() == 1);
}

TEST_CASE_ENGINES("what was read meanwhile is in no digest, and an empty one does not leave")
{
    Day day{engine};
    const auto number = day.ask("Caméra 4 hors ligne");
    day.ask("Portail bloqué");
    day.scene->admin.browser.get("/e/vigie/tickets/" + number);
    const auto mails = day.mails_at("2026-11-21T08:00:00Z");
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().text.find("Caméra 4") == std::string::npos);
    CHECK(mails.front().text.find("Portail bloqué") != std::string::npos);

    base::set_test_clock("2026-11-21T09:00:00Z");
    day.ask("Interphone muet");
    day.scene->as(day.scene->admin).write([&](tenancy::WorkspaceTransaction& tx) {
        auth::set_status(tx, day.scene->admin.membership, auth::MembershipStatus::deactivated);
    });
    CHECK(day.mails_at("2026-11-22T08:00:00Z").size() == 1);
}

TEST_CASE_ENGINES("back to one mail an event, the digest that waited does not leave")
{
    Day day{engine};
    day.ask("Caméra 4 hors ligne");
    day.choose({{"email", "tickets.opened"}});
    CHECK(day.mails_at("2026-11-21T08:00:00Z").empty());
    day.ask("Portail bloqué");
    CHECK(day.mails_to(day.scene->admin).size() == 1);
}
