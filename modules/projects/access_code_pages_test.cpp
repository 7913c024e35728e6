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

constexpr db::Query kept_codes{"test.kept_codes", R"sql(
    SELECT sealed_code FROM projects_access_code WHERE workspace_id = :workspace
)sql"};
constexpr db::Query come_from_elsewhere{"test.come_from_elsewhere", R"sql(
    UPDATE projects_access_code SET sealed_code = '-' WHERE workspace_id = :workspace
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

TEST_CASE_ENGINES("a code too many is refused on its form, which keeps what was typed")
{
    Desk desk{engine}; // CRM-008
    const auto codes = desk.path + "/codes";
    for (int i = 0; i < access_codes_max; ++i)
        REQUIRE(desk.enora.browser
                    .post(codes, {{"label", "Porte " + std::to_string(i)}, {"code", "1234"}})
                    .status == 303);
    const auto refused =
        desk.enora.browser.post(codes, {{"label", "Portail du fond"}, {"code", "7788#"}});
    CHECK(refused.status == 422);
    CHECK(refused.body.find("Portail du fond") != std::string::npos);
    CHECK(refused.body.find("7788#") != std::string::npos);
}

TEST_CASE_ENGINES("a code is sealed in the database, and one that came without its key says so")
{
    Desk desk{engine}; // CRM-008
    const auto codes = desk.path + "/codes";
    REQUIRE(desk.enora.browser.post(codes, {{"label", "Barrière"}, {"code", "4821#"}}).status ==
            303);
    auto house = desk.world.context(desk.vigie, desk.enora.actor);
    const auto kept =
        house.read([](WorkspaceTransaction& tx) { return tx.values<std::string>(kept_codes, {}); });
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().find("4821") == std::string::npos);
    CHECK(kept.front().size() > 60);

    const auto id = house.write([&](WorkspaceTransaction& tx) {
        tx.execute(come_from_elsewhere);
        return AccessCodeStore{tx}.of_project(desk.site).front().id;
    });
    const auto answer = desk.enora.browser.post(codes + "/" + id.text() + "/lecture");
    CHECK(answer.status == 200);
    CHECK(answer.body.find("saisissez-le de nouveau") != std::string::npos);
}
