#include "app/modules.hpp"
#include "kernel/base/text.hpp"
#include "kernel/search/query.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/projects/project_actions.hpp"
#include "modules/tickets/note_actions.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "tests/isolation/scene.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <set>

using isolation::Scene;
using tenancy::WorkspaceTransaction;
using test_world::Browser;
using test_world::Member;

namespace
{

/// A ticket of that client on a site of his own.
struct Opened {
    std::string number;
    projects::ProjectId project;
};

Opened open_for(Scene& scene, const Member& client, const std::string& title,
                const std::string& description)
{
    const auto project = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = projects::add_project(tx, {.name = "Site de " + client.actor.name});
        projects::assign_client(tx, id, client.actor.client);
        return id;
    });
    const auto ticket = scene.as(client).write([&](WorkspaceTransaction& tx) {
        return tickets::open_ticket(tx, {.title = title,
                                         .description = description,
                                         .project = project,
                                         .client = client.actor.client});
    });
    return {ticket.number, project};
}

/// What the results page of that side says.
std::string page(Scene& scene, Member& member, const std::string& typed)
{
    const auto side = member.actor.side == tenancy::Side::staff ? "/e/" : "/p/";
    const auto answer = member.browser.get(side + scene.workspace.slug + "/recherche?q=" + typed);
    REQUIRE(answer.status == 200);
    return answer.body;
}

bool says(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::set<std::string> titles(Scene& scene, const tenancy::Actor& actor, const std::string& typed)
{
    std::vector<const search::Kind*> kinds;
    for (const auto& kind : search::registry().kinds())
        kinds.push_back(&kind);
    const auto groups =
        scene.world.context(scene.workspace, actor).read([&](WorkspaceTransaction& tx) {
            return search::find(tx, typed, kinds);
        });
    std::set<std::string> found;
    for (const auto& group : groups)
        for (const auto& hit : group.hits)
            found.insert(hit.title);
    return found;
}

} // namespace

TEST_CASE_ENGINES("a client finds his own requests and nobody else's") // PLT-003 PLT-004 PLT-083
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    Scene abroad{world, "autre"};
    const auto own = open_for(scene, scene.client, "Caméra aurore", "Elle est hirondelle");
    const auto others = open_for(scene, scene.other_client, "Alarme aurore", "Elle est mouette");
    open_for(abroad, abroad.client, "Portail aurore", "Il est mouette");
    world.run_jobs();

    const auto shown = page(scene, scene.client, "aurore");
    CHECK(says(shown, own.number));
    CHECK_FALSE(says(shown, "Alarme"));
    CHECK_FALSE(says(shown, "Portail"));
    CHECK(says(page(scene, scene.client, "hirondelle"), own.number));

    const auto team = page(scene, scene.technician, "aurore");
    CHECK(says(team, own.number));
    CHECK(says(team, others.number));
    CHECK_FALSE(says(team, "Portail"));
    CHECK(says(page(scene, scene.technician, "mouette"), others.number));
}

TEST_CASE_ENGINES("what a client may not find looks like what nobody ever wrote") // PLT-004 TKT-011
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto own = open_for(scene, scene.client, "Caméra aurore", "Elle est noire");
    open_for(scene, scene.other_client, "Alarme", "Une mouette");
    scene.as(scene.technician).write([&](WorkspaceTransaction& tx) {
        tickets::write_note(tx, own.number, "Client pénible, parler de pélican");
    });
    world.run_jobs();
    CHECK(says(page(scene, scene.technician, "pélican"), own.number));

    // The same page to the byte, but for the word, the token of its forms and when it was made.
    const auto nothing = [&](const std::string& word) {
        auto text = base::replace_all(page(scene, scene.client, word), word, "");
        return text.size();
    };
    const auto never_written = nothing("cormora");
    CHECK(nothing("pelican") == never_written);
    CHECK(nothing("mouette") == never_written);
    CHECK(nothing("penible") == never_written);
    CHECK(titles(scene, scene.client.actor, "aurore pelican").empty());
    CHECK(titles(scene, scene.client.actor, "p").empty());
}

TEST_CASE_ENGINES("a message that was corrected is found by what it says now") // TKT-013
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto own = open_for(scene, scene.client, "Caméra aurore", "Le code du portail");
    const auto message = scene.as(scene.client).write([&](WorkspaceTransaction& tx) {
        return tickets::write_message(tx, own.number, "Mon code est hirondelle, portail bleu");
    });
    world.run_jobs();
    CHECK(titles(scene, scene.technician.actor, "hirondelle").size() == 1);

    scene.as(scene.client).write([&](WorkspaceTransaction& tx) {
        tickets::correct_message(tx, own.number, message.id, "Je vous appelle");
    });
    CHECK(titles(scene, scene.technician.actor, "hirondelle").empty());
    CHECK(titles(scene, scene.client.actor, "hirondelle").empty());
    CHECK(titles(scene, scene.client.actor, "portail").size() == 1); // its description says it
    world.run_jobs();
    CHECK(titles(scene, scene.client.actor, "appelle").size() == 1);
}

TEST_CASE_ENGINES("a site taken from a client is not found by him any more, nor are its requests")
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto own = open_for(scene, scene.client, "Caméra aurore", "Elle est noire");
    CHECK(titles(scene, scene.client.actor, "site").size() == 1);
    CHECK(titles(scene, scene.client.actor, "aurore").size() == 1);

    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        projects::unassign_client(tx, own.project, scene.client.actor.client);
    });
    CHECK(titles(scene, scene.client.actor, "site").empty());
    CHECK(titles(scene, scene.client.actor, "aurore").empty());
    CHECK(titles(scene, scene.technician.actor, "aurore").size() == 1);
}

TEST_CASE_ENGINES("the team finds what its role may see, and only its own when the role says so")
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto mine = open_for(scene, scene.client, "Caméra aurore", "Elle est noire");
    open_for(scene, scene.other_client, "Alarme aurore", "Elle sonne");
    scene.as(scene.technician).write([&](WorkspaceTransaction& tx) {
        tickets::take_ticket(tx, mine.number);
    });
    auto actor = scene.technician.actor;
    CHECK(titles(scene, actor, "aurore").size() == 2);
    actor.rights["tickets.view"] = presets::Grant::own;
    CHECK(titles(scene, actor, "aurore") == std::set{mine.number + " · Caméra aurore"});
    actor.rights.erase("tickets.view");
    CHECK(titles(scene, actor, "aurore").empty());
}

TEST_CASE_ENGINES("a client is found by name, e-mail and telephone, as they are now") // PLT-083
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto id = scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Cabinet Le Gall",
                                    .email = "accueil@le-gall.example",
                                    .phone = "02 97 55 00 01"});
    });
    const std::set<std::string> found{"Cabinet Le Gall"};
    for (const auto* typed : {"le g", "cabinet", "accueil@le-gall.example", "02 97 55",
                              "0297550001", "+33 2 97 55 00 01"}) {
        CAPTURE(typed);
        CHECK(titles(scene, scene.technician.actor, typed) == found);
    }
    CHECK(titles(scene, scene.client.actor, "cabinet").empty());

    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        auto client = crm::ClientStore{tx}.find(id).value();
        client.company_name = "Étude Le Gall";
        client.phone = "02 97 55 00 02";
        crm::save_client(tx, client, client.version);
    });
    CHECK(titles(scene, scene.technician.actor, "cabinet").empty());
    CHECK(titles(scene, scene.technician.actor, "0297550001").empty());
    CHECK(titles(scene, scene.technician.actor, "etude") == std::set<std::string>{"Étude Le Gall"});
}

TEST_CASE_ENGINES("the palette proposes only where one may go and what one may make")
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto suggestions = [&](Member& member, const std::string& typed) {
        return member.browser.get("/e/vigie/recherche/suggestions?q=" + typed).body;
    };
    CHECK(says(suggestions(scene.admin, ""), "/e/vigie/clients/nouveau"));
    CHECK(says(suggestions(scene.technician, ""), "/e/vigie/tickets/nouveau"));
    CHECK_FALSE(says(suggestions(scene.technician, ""), "/e/vigie/clients/nouveau"));
    CHECK_FALSE(says(suggestions(scene.developer, ""), "/e/vigie/tickets/nouveau"));
    CHECK(says(suggestions(scene.developer, "tick"), "\"/e/vigie/tickets\""));
    CHECK(says(suggestions(scene.developer, "zzz"), "aria-disabled"));
    CHECK_FALSE(says(suggestions(scene.developer, "%3Cscript%3E"), "<script"));
}
