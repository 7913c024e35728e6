#include "modules/crm/crm.hpp"
#include "modules/home/home.hpp"
#include "modules/projects/projects.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;

TEST_CASE_ENGINES(
    "a new business reads what to do first and where its clients go, until it is done")
{
    test_world::World world{
        engine,
        {{"crm", crm::describe}, {"projects", projects::describe}, {"home", home::describe}}};
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("phare");
    auto enora = world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"});
    world.add_member(other, {.name = "Yann Tanguy", .role = "admin"});
    world.add_member(other, {.name = "Gaëlle Morvan", .role = "technicien"});
    auto as_enora = world.context(vigie, enora.actor);
    const auto day = [&] { return enora.browser.get("/e/vigie/journee").body; };
    const auto holds = [](const std::string& page, std::string_view words) {
        return page.find(words) != std::string::npos;
    };
    CHECK(holds(day(), "Premiers pas"));
    CHECK(holds(day(), "http://localhost:8080/p/vigie"));
    CHECK(holds(day(), "Inviter votre équipe"));
    CHECK_FALSE(holds(day(), "Fait"));

    auto goulven = world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"});
    CHECK(holds(day(), "Fait"));
    CHECK_FALSE(holds(goulven.browser.get("/e/vigie/journee").body, "Premiers pas"));
    crm::Client malo;
    malo.kind = crm::ClientKind::person;
    malo.last_name = "Malo Kervella";
    malo.email = "malo@kervella-elec.example";
    as_enora.write([&](WorkspaceTransaction& tx) {
        const auto client = crm::add_client(tx, malo);
        projects::assign_client(tx, projects::add_project(tx, {.name = "Site Horizon"}), client);
    });
    CHECK_FALSE(holds(day(), "Premiers pas"));
}
