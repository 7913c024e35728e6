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

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["project"] = a_project;
    all.subjects["assignment"] = an_assignment;
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
