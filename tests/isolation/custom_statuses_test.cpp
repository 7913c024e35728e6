#include "app/modules.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;
using test_world::Typed;

namespace
{

constexpr auto words = "/e/vigie/reglages/mots";

struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), scene(world, "vigie"),
          number(scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
              const auto client = scene.client.actor.client;
              const auto project = projects::add_project(tx, {.name = "Site Horizon"});
              projects::assign_client(tx, project, client);
              return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                               .description = "Noire depuis hier.",
                                               .project = project,
                                               .client = client})
                  .number;
          }))
    {
    }
    bool admin_reads(const std::string& path, std::string_view text)
    {
        return scene.admin.browser.get(path).body.find(text) != std::string::npos;
    }
    int send(const std::string& path, const Typed& typed)
    {
        return scene.admin.browser.post(path, typed).status;
    }

    test_world::World world;
    Scene scene;
    std::string number;
};

} // namespace

TEST_CASE_ENGINES("market 25, custom statuses: states are renamed, added, ordered and taken out by "
                  "the business itself, and every page follows at once")
{
    // TKT-030, TKT-040
    Desk desk{engine};
    const auto ticket = "/e/vigie/tickets/" + desk.number;
    CHECK(desk.send(words, {{"label", "À qualifier"},
                            {"client_label", "En lecture"},
                            {"kind", "assigned"},
                            {"tone", "amber"},
                            {"from", "nouveau"},
                            {"next", "pris_en_charge"}}) == 303);
    CHECK(desk.admin_reads("/e/vigie/tickets/tableau", "À qualifier"));
    CHECK(desk.admin_reads("/e/vigie/tickets?vue=all", "À qualifier"));
    CHECK(desk.admin_reads(ticket, "to_a_qualifier"));

    CHECK(desk.send(ticket + "/deplacement", {{"move", "to_a_qualifier"}, {"version", "1"}}) ==
          303);
    const auto request = "/p/vigie/demandes/" + desk.number;
    CHECK(desk.scene.client.browser.get(request).body.find("En lecture") != std::string::npos);

    const auto in_use = desk.scene.admin.browser.post(words + std::string{"/etat/retrait"},
                                                      {{"code", "a_qualifier"}});
    CHECK(in_use.status == 422);
    CHECK(in_use.body.find("sert encore") != std::string::npos);
    CHECK(desk.admin_reads("/e/vigie/tickets/tableau", "À qualifier"));
}

TEST_CASE_ENGINES("a desk changes its vocabulary and comes back: the ticket follows, its history "
                  "keeps its words") // TKT-031
{
    Desk desk{engine};
    const auto ticket = "/e/vigie/tickets/" + desk.number;
    REQUIRE(desk.send(ticket + "/prise-en-charge", {}) == 303);
    const auto vocabulary = words + std::string{"/vocabulaire"};
    CHECK(
        desk.admin_reads(vocabulary + "?nom=depannage-informatique", "Pris en charge → En cours"));
    CHECK(desk.send(vocabulary, {{"name", "depannage-informatique"}}) == 303);
    CHECK(desk.admin_reads("/e/vigie/tickets/tableau", "Annulé"));
    CHECK(desk.admin_reads(ticket, "a pris le ticket en charge"));
    CHECK(desk.admin_reads(ticket, "Résoudre"));
    CHECK(desk.scene.client.browser.get("/p/vigie/demandes/" + desk.number)
              .body.find("Annuler ma demande") != std::string::npos);
    CHECK(desk.send(vocabulary, {{"name", "support-technique"}}) == 303);
    CHECK(desk.admin_reads(ticket, "Commencer"));
}
