#include "app/modules.hpp"
#include "kernel/auth/memberships.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <chrono>

using isolation::Scene;
using tenancy::WorkspaceTransaction;

namespace
{

bool shows(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

std::size_t count_of(const http::Response& page, std::string_view words)
{
    std::size_t count = 0;
    for (auto at = page.body.find(words); at != std::string::npos;
         at = page.body.find(words, at + 1))
        ++count;
    return count;
}

base::Instant on(int year, unsigned month, unsigned day)
{
    const std::chrono::sys_days date{std::chrono::year{year} / std::chrono::month{month} /
                                     std::chrono::day{day}};
    return {std::chrono::microseconds{date.time_since_epoch()}.count() + 36'000'000'000};
}

/// Malo's client asks on one site of the business « vigie ».
struct Portal {
    explicit Portal(db::Engine engine)
        : world(engine, app::describe_modules), scene(world, "vigie"),
          site(add_site(scene, scene.client.actor.client))
    {
    }

    static projects::ProjectId add_site(Scene& scene, tenancy::ClientId client)
    {
        return scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, id, client);
            return id;
        });
    }
    /// Asked at that moment and, with `is_ended`, resolved and closed the same week.
    void ask(const std::string& title, base::Instant at, bool is_ended)
    {
        using Kind = tickets::PastStep::Kind;
        const auto staff = scene.technician.membership;
        tickets::PastTicket past{.asked = {.title = title,
                                           .description = "Depuis ce matin.",
                                           .project = site,
                                           .client = scene.client.actor.client},
                                 .opened_by = scene.client.membership,
                                 .requester = scene.client.membership,
                                 .opened_at = at};
        const auto add = [&](const char* move, tenancy::Side side, const char* text) {
            past.steps.push_back(
                {.kind = Kind::move,
                 .author = side == tenancy::Side::staff ? staff : scene.client.membership,
                 .side = side,
                 .at = at + std::chrono::hours{past.steps.size() + 1},
                 .text = text,
                 .move = move,
                 .assignee = past.steps.empty() ? staff : tenancy::MembershipId{}});
        };
        if (is_ended) {
            add("take", tenancy::Side::staff, "");
            add("resolve", tenancy::Side::staff, "Câble remplacé.");
            add("confirm", tenancy::Side::portal, "");
        }
        scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
            tickets::add_past_ticket(tx, past);
        });
    }
    http::Response history(const std::string& query = {})
    {
        return scene.client.browser.get("/p/vigie/historique" + query);
    }

    test_world::World world;
    Scene scene;
    projects::ProjectId site;
};

} // namespace

TEST_CASE_ENGINES("a client finds everything he ever asked, by year and by status")
{
    Portal portal{engine}; // PTL-005
    portal.ask("Portail de 2024", on(2024, 3, 4), true);
    portal.ask("Dernier jour de 2024", on(2024, 12, 31), false);
    portal.ask("Caméra de 2025", on(2025, 6, 5), true);
    const auto all = portal.history();
    CHECK(all.status == 200);
    const auto newest = all.body.find("Caméra de 2025");
    const auto middle = all.body.find("Dernier jour de 2024");
    const auto oldest = all.body.find("Portail de 2024");
    REQUIRE(oldest != std::string::npos);
    CHECK((newest < middle && middle < oldest));

    const auto year = portal.history("?annee=2024");
    CHECK(shows(year, "Portail de 2024"));
    CHECK(shows(year, "Dernier jour de 2024"));
    CHECK_FALSE(shows(year, "Caméra de 2025"));
    const auto over = portal.history("?annee=2024&statut=cloture");
    CHECK(shows(over, "Portail de 2024"));
    CHECK_FALSE(shows(over, "Dernier jour de 2024"));
    CHECK(shows(over, "4 mars 2024"));
    CHECK(shows(portal.history("?annee=rien&statut=inconnu"), "Dernier jour de 2024"));
    const auto none = portal.history("?annee=2023");
    CHECK(shows(none, "Rien ne correspond"));
    CHECK(shows(none, "Voir tout l’historique"));
}

TEST_CASE_ENGINES("a long history is read page after page, each request once")
{
    Portal portal{engine}; // PTL-005
    for (int i = 0; i < 120; ++i)
        portal.ask("Panne n°" + std::to_string(1000 + i), on(2024, 5, 6), false);
    std::size_t seen = 0;
    std::string query = "?annee=2024";
    for (int i = 0; i < 3; ++i) {
        const auto page = portal.history(query);
        seen += count_of(page, "Panne n°");
        const auto list =
            page.body.find("Panne n°"); // what comes before it links to this very page
        const auto cursor = page.body.find("avant=", list);
        CHECK((cursor == std::string::npos) == (i == 2));
        if (cursor == std::string::npos) break;
        query = "?annee=2024&" + page.body.substr(cursor, page.body.find('"', cursor) - cursor);
    }
    CHECK(seen == 120);
    CHECK(portal.history("?avant=12").status == 404);
}

TEST_CASE_ENGINES("a section without anything says what will be there, and how to begin")
{
    Portal portal{engine}; // PTL-006
    const auto page = portal.history();
    CHECK(shows(page, "Aucune demande pour l’instant"));
    CHECK(shows(page, "resteront consultables ici"));
    CHECK(shows(page, "/p/vigie/demandes/nouvelle"));
    CHECK(shows(portal.scene.client.browser.get("/p/vigie/demandes"), "/p/vigie/historique"));
}

TEST_CASE_ENGINES("somebody who is a client of two businesses reads them apart")
{
    Portal portal{engine}; // PTL-006, PLT-004
    Scene other{portal.world, "ailleurs"};
    other.as(other.admin).write([&](WorkspaceTransaction& tx) {
        auth::add_membership(tx, {.person = portal.scene.client.person,
                                  .side = tenancy::Side::portal,
                                  .role = "client",
                                  .client = other.client.actor.client});
    });
    const auto site = Portal::add_site(other, other.client.actor.client);
    portal.ask("Caméra chez Vigie", on(2025, 6, 5), true);
    auto& malo = portal.scene.client.browser;
    const auto sent = malo.post_files("/p/ailleurs/demandes",
                                      {{"title", "Portail d’ailleurs"},
                                       {"description", "Il reste ouvert."},
                                       {"priority", "medium"},
                                       {"project", site.text()}},
                                      {});
    REQUIRE(sent.status == 303);
    for (const std::string page : {"/historique", "/accueil", "/demandes", "/sites"}) {
        CAPTURE(page);
        const auto here = malo.get("/p/vigie" + page);
        const auto there = malo.get("/p/ailleurs" + page);
        CHECK(here.status == 200);
        CHECK(there.status == 200);
        CHECK_FALSE(shows(here, "Portail d’ailleurs"));
        CHECK_FALSE(shows(there, "Caméra chez Vigie"));
        CHECK_FALSE(shows(here, "/p/ailleurs/"));
        CHECK_FALSE(shows(there, "/p/vigie/"));
    }
    CHECK(shows(malo.get("/p/vigie/historique"), "Caméra chez Vigie"));
    CHECK(shows(malo.get("/p/ailleurs/historique"), "Portail d’ailleurs"));
    const std::string path{sent.headers.get("Location")};
    CHECK(malo.get("/p/vigie/demandes" + path.substr(path.rfind('/'))).status == 404);
}
