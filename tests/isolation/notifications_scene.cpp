#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

constexpr db::Query newest_of{"test.newest_notification", R"sql(
    SELECT id FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader ORDER BY id DESC LIMIT 1
)sql"};

Subject newest(Scene& scene, const test_world::Member& reader)
{
    const auto id = scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(newest_of, {{"reader", reader.membership}}).value();
    });
    return {.path = {{"notification", std::to_string(id)}}};
}

/// The client asks, the team answers: each is told of what the other did.
void talk(Scene& scene)
{
    const auto project = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        const auto id =
            projects::add_project(tx, {.name = "Site " + std::string{isolation::marker}});
        projects::assign_client(tx, id, scene.client.actor.client);
        return id;
    });
    const auto number = scene.as(scene.client).write([&](tenancy::WorkspaceTransaction& tx) {
        return tickets::open_ticket(tx, {.title = "Portail " + std::string{isolation::marker},
                                         .description = "Il ne ferme plus.",
                                         .project = project,
                                         .client = scene.client.actor.client})
            .number;
    });
    scene.admin.browser.post("/e/" + scene.workspace.slug + "/tickets/" + number + "/messages",
                             {{"body", "Nous regardons."}});
}

Subject of_admin(Scene& scene)
{
    talk(scene);
    return newest(scene, scene.admin);
}

Subject of_client(Scene& scene)
{
    talk(scene);
    return newest(scene, scene.client);
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["notification"] = of_admin;
    for (const char* route : {"GET /p/{workspace}/notifications/{notification}",
                              "POST /p/{workspace}/notifications/{notification}/lecture"})
        all.by_route[route] = of_client;
    all.examples["MarkNotification"] = [](Scene&, const Subject&) {
        return Typed{{"is_read", "1"}, {"vue", "unread"}};
    };
    all.examples["ChooseNotifications"] = [](Scene&, const Subject&) { return Typed{}; };
    all.examples["SetNotificationRule"] = [](Scene&, const Subject&) {
        return Typed{{"role", "technicien"},
                     {"event", "tickets.opened"},
                     {"channel", "email"},
                     {"setting", "off"}};
    };
    all.examples["SaveWording"] = [](Scene&, const Subject&) {
        return Typed{{"name", "tickets.received"},
                     {"subject", "Bien reçu : {numéro}"},
                     {"body", "Nous lisons « {titre} »."},
                     {"version", "0"}};
    };
    all.examples["ResetWording"] = [](Scene&, const Subject&) {
        return Typed{{"name", "tickets.received"}};
    };
    return true;
}();

} // namespace
