#include "modules/crm/crm.hpp"
#include "modules/projects/access_code_store.hpp"
#include "modules/projects/projects.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace projects;
using tenancy::WorkspaceTransaction;
using test_world::World;

namespace
{

constexpr db::Query count_of_action{"test.count_of_action", R"sql(
    SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = :action
)sql"};

/// A business with an admin, a developer who may not see codes, and one site.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}, {"projects", projects::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          loig(world.add_member(vigie, {.name = "Loig", .role = "developpeur"}))
    {
        const auto id = world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
            return add_project(tx, {.name = "Port de Kerroc’h"});
        });
        site = id;
        path = "/e/vigie/projets/" + id.text();
    }
    std::int64_t count(std::string_view action)
    {
        return world.context(vigie, enora.actor).read([&](WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count_of_action, {{"action", action}}).value_or(0);
        });
    }
    bool shows(test_world::Member& member, std::string_view words)
    {
        return member.browser.get(path).body.find(words) != std::string::npos;
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member loig;
    ProjectId site;
    std::string path;
};

} // namespace

TEST_CASE_ENGINES("an access code is masked, and the journal keeps each look at it")
{
    Desk desk{engine}; // CRM-008
    const auto codes = desk.path + "/codes";
    CHECK(desk.enora.browser.post(codes, {{"label", ""}, {"code", "1"}}).status == 422);
    REQUIRE(desk.enora.browser.post(codes, {{"label", "Barrière est"}, {"code", "4821#"}}).status ==
            303);
    for (auto* member : {&desk.enora, &desk.loig}) {
        CHECK(desk.shows(*member, "Barrière est"));
        CHECK_FALSE(desk.shows(*member, "4821#"));
    }
    const auto lines =
        desk.world.context(desk.vigie, desk.enora.actor).read([&](WorkspaceTransaction& tx) {
            return AccessCodeStore{tx}.of_project(desk.site);
        });
    REQUIRE(lines.size() == 1);
    const auto code = codes + "/" + lines.front().id.text();

    CHECK(desk.loig.browser.post(code + "/lecture").status == 403);
    CHECK(desk.count("projects.code_revealed") == 0);
    for (int look = 1; look <= 2; ++look) {
        const auto answer = desk.enora.browser.post(code + "/lecture");
        CHECK(answer.status == 200);
        CHECK(answer.body.find("4821#") != std::string::npos);
        CHECK(answer.headers.get("Cache-Control") == "no-store");
        CHECK(desk.count("projects.code_revealed") == look);
    }
    CHECK(
        desk.enora.browser.post("/e/vigie/projets/1/codes/" + lines.front().id.text() + "/lecture")
            .status == 404);
    CHECK(desk.enora.browser.post(code + "/retrait").status == 303);
    CHECK_FALSE(desk.shows(desk.enora, "Barrière est"));
}
