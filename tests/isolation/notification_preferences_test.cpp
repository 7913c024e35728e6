#include "app/modules.hpp"
#include "kernel/events/events.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/events.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;
using test_world::Member;
using test_world::Typed;

namespace
{

constexpr db::Query count_of{"test.count_lines", R"sql(
    SELECT count(*) FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

struct Office {
    explicit Office(db::Engine engine) : world(engine, app::describe_modules), scene(world, "vigie")
    {
    }

    /// A request of the client, as his page would send it.
    void ask()
    {
        const auto project = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, id, scene.client.actor.client);
            return id;
        });
        scene.as(scene.client).write([&](tenancy::WorkspaceTransaction& tx) {
            tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                      .description = "Noire depuis hier.",
                                      .project = project,
                                      .client = scene.client.actor.client});
        });
    }
    /// Confirms an address on the portal, for a client who has no site yet.
    void register_somebody(const char* name)
    {
        const auto member = world.add_member(
            scene.workspace, {.name = name, .role = "client", .side = tenancy::Side::portal});
        world.context(scene.workspace, tenancy::Actor::system())
            .write([&](tenancy::WorkspaceTransaction& tx) {
                events::publish(tx, identity::ClientRegistered{.membership = member.membership,
                                                               .name = name,
                                                               .email = member.actor.email});
            });
    }
    void assign_a_site_to(const std::string& name)
    {
        scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
            const auto site = projects::add_project(tx, {.name = "Site Horizon"});
            for (const auto& client : crm::active_clients(tx))
                if (client.name == name) projects::assign_client(tx, site, client.id);
        });
    }
    int mails_to(const Member& reader)
    {
        int count = 0;
        scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
            for (const auto& message : mail::recent(tx))
                count += message.to_email == reader.actor.email ? 1 : 0;
        });
        return count;
    }
    std::int64_t lines_of(const Member& reader)
    {
        return scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count_of, {{"reader", reader.membership}}).value();
        });
    }
    int set_rule(const char* role, const char* event, const char* channel, const char* setting)
    {
        return scene.admin.browser
            .post("/e/vigie/reglages/notifications",
                  {{"role", role}, {"event", event}, {"channel", channel}, {"setting", setting}})
            .status;
    }
    std::string own_page(Member& reader)
    {
        const auto side = reader.actor.side == tenancy::Side::staff ? "/e/" : "/p/";
        return reader.browser.get(side + std::string{"vigie/notifications/preferences"}).body;
    }

    test_world::World world;
    Scene scene;
};

constexpr const char* own = "/e/vigie/notifications/preferences";

bool holds(const std::string& page, std::string_view words)
{
    return page.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("who switches an event off by mail still reads it in the application, and back")
// NTF-002
{
    Office office{engine};
    auto& karim = office.scene.technician;
    CHECK(karim.browser.post(own, {{"app", "tickets.opened"}}).status == 303);
    office.ask();
    CHECK(office.mails_to(karim) == 0);
    CHECK(office.lines_of(karim) == 1);
    CHECK(office.mails_to(office.scene.developer) == 1);

    CHECK(karim.browser.post(own, {{"email", "tickets.opened"}}).status == 303);
    office.ask();
    CHECK(office.mails_to(karim) == 1);
    CHECK(office.lines_of(karim) == 1);
}

TEST_CASE_ENGINES("what the business closes is offered to nobody of the role and refused when sent")
// NTF-001
{
    Office office{engine};
    auto& karim = office.scene.technician;
    CHECK(holds(office.own_page(karim), R"(name="email" value="tickets.opened")"));
    CHECK(office.set_rule("technicien", "tickets.opened", "email", "closed") == 303);
    CHECK_FALSE(holds(office.own_page(karim), R"(name="email" value="tickets.opened")"));
    CHECK(karim.browser.post(own, {{"email", "tickets.opened"}}).status == 422);
    office.ask();
    CHECK(office.mails_to(karim) == 0);
    CHECK(office.mails_to(office.scene.developer) == 1);
}

TEST_CASE_ENGINES("a channel or an event the preset closes cannot be had by any request") // NTF-001
{
    Office office{engine};
    auto& karim = office.scene.technician;
    CHECK(karim.browser.post(own, {{"app", "account.security"}}).status == 422);
    CHECK(karim.browser.post(own, {{"app", "tickets.urgent"}}).status == 422);
    CHECK(karim.browser.post(own, {{"email", "tickets.replied"}}).status == 422);
    CHECK(karim.browser.post(own, {{"push", "tickets.opened"}}).status == 303);
    CHECK(office.set_rule("technicien", "tickets.urgent", "app", "on") == 422);
    CHECK(office.set_rule("technicien", "tickets.opened", "push", "on") == 422);
    CHECK(office.set_rule("technicien", "account.security", "app", "on") == 422);
}

TEST_CASE_ENGINES("what is mandatory is shown ticked, cannot be unticked, and says why") // NTF-002
{
    Office office{engine};
    auto& maelys = office.scene.admin;
    const auto page = office.own_page(maelys);
    CHECK(holds(page, R"(value="account.security" checked disabled)"));
    CHECK(holds(page, "vous devez le savoir"));
    CHECK(maelys.browser.post(own, {}).status == 303);
    CHECK(holds(office.own_page(maelys), R"(value="account.security" checked disabled)"));
    CHECK(office.set_rule("admin", "account.security", "email", "off") == 422);
    CHECK(office.set_rule("admin", "jobs.failed", "app", "closed") == 422);
    CHECK(office.set_rule("technicien", "tickets.opened", "email", "always") == 422);
}

TEST_CASE_ENGINES("a client chooses on his side, and only for himself") // NTF-002
{
    Office office{engine};
    auto& malo = office.scene.client;
    const auto page = office.own_page(malo);
    CHECK(holds(page, "Réponse de l’équipe"));
    CHECK_FALSE(holds(page, "Urgence sans responsable"));
    CHECK(malo.browser.post("/p/vigie/notifications/preferences", {{"app", "tickets.replied"}})
              .status == 303);
    CHECK_FALSE(holds(office.own_page(malo), R"(value="tickets.moved" checked)"));
    CHECK(holds(office.own_page(office.scene.other_client), R"(value="tickets.moved" checked)"));
    office.ask();
    CHECK(office.mails_to(malo) == 0);
}

TEST_CASE_ENGINES("only who manages notifications changes the business's table") // NTF-001
{
    Office office{engine};
    auto& karim = office.scene.technician;
    CHECK(karim.browser.get("/e/vigie/reglages/notifications").status == 403);
    CHECK(karim.browser
              .post("/e/vigie/reglages/notifications", {{"role", "technicien"},
                                                        {"event", "tickets.opened"},
                                                        {"channel", "email"},
                                                        {"setting", "off"}})
              .status == 403);
    const auto page = office.scene.admin.browser.get("/e/vigie/reglages/notifications").body;
    CHECK(holds(page, "Nouvelle demande"));
}

TEST_CASE_ENGINES("a job that fails for good is told to the administrators") // PLT-056
{
    Office office{engine};
    const auto fail = [&] {
        office.scene.as(office.scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
            jobs::enqueue(tx, {.kind = "nobody.handles", .payload = "{}"});
        });
        office.world.run_jobs();
    };
    fail();
    fail();
    CHECK(office.lines_of(office.scene.admin) == 1);
    CHECK(office.lines_of(office.scene.technician) == 0);
    auto& browser = office.scene.admin.browser;
    const auto page = browser.get("/e/vigie/notifications").body;
    CHECK(holds(page, "2 tâches de fond ont échoué"));
    const auto start = page.find("/e/vigie/notifications/", page.find("id=\"notification_"));
    const auto opened = browser.get(page.substr(start, page.find('"', start) - start));
    CHECK(opened.headers.get("Location") == "/e/vigie/reglages/taches?etat=echec");
}

TEST_CASE_ENGINES("who registers and waits for a site is told to the admins as each wants it")
{
    Office office{engine}; // NTF-002, IDN-005
    auto& admin = office.scene.admin;
    office.register_somebody("Gwenn Morvan");
    CHECK(office.mails_to(admin) == 1);
    CHECK(office.lines_of(admin) == 1);
    CHECK(office.mails_to(office.scene.technician) == 0);
    CHECK(holds(admin.browser.get("/e/vigie/notifications").body, "Gwenn Morvan"));
    CHECK(holds(admin.browser.get("/e/vigie/notifications").body, "1 à lire"));
    office.assign_a_site_to("Gwenn Morvan");
    CHECK_FALSE(holds(admin.browser.get("/e/vigie/notifications").body, "à lire"));

    CHECK(admin.browser.post(own, {{"app", "projects.waiting"}}).status == 303);
    office.register_somebody("Alan Riou");
    CHECK(office.mails_to(admin) == 1);
    CHECK(office.lines_of(admin) == 2);
}
