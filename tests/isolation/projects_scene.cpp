#include "modules/projects/access_code_actions.hpp"
#include "modules/projects/projects.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

projects::ProjectId add_project(isolation::Scene& scene)
{
    return scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return projects::add_project(tx, {.name = "Site " + std::string{isolation::marker}});
    });
}

isolation::Subject a_project(isolation::Scene& scene)
{
    return {.path = {{"id", add_project(scene).text()}}};
}

isolation::Subject an_assignment(isolation::Scene& scene)
{
    const auto project = add_project(scene);
    const auto client = scene.client.actor.client;
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        projects::assign_client(tx, project, client);
    });
    return {.path = {{"id", project.text()}, {"client", client.text()}}};
}

isolation::Subject an_access_code(isolation::Scene& scene)
{
    const auto project = add_project(scene);
    const auto code = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return projects::add_access_code(
            tx, scene.world.site().vault(), project,
            {.label = "Portail " + std::string{isolation::marker}, .code = "4821#"});
    });
    return {.path = {{"id", project.text()}, {"code", code.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["project"] = a_project;
    all.subjects["assignment"] = an_assignment;
    all.subjects["access_code"] = an_access_code;
    all.examples["SaveAccessCode"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"label", "Alarme"}, {"code", "4821#"}};
    };
    all.examples["SaveProject"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"name", "Port " + std::string{isolation::marker}},
                                 {"version", "1"}};
    };
    all.examples["AssignClient"] = [](isolation::Scene& scene, const isolation::Subject&) {
        return test_world::Typed{{"project", add_project(scene).text()},
                                 {"client", scene.other_client.actor.client.text()},
                                 {"back", "project"}};
    };
    all.examples["LimitAccount"] = [](isolation::Scene&, const isolation::Subject&) {
        return test_world::Typed{{"is_limited", "1"}};
    };
    return true;
}();

} // namespace
