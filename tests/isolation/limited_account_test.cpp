#include "app/modules.hpp"
#include "kernel/base/text.hpp"
#include "modules/projects/limit_actions.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <cstdio>
#include <set>

using isolation::Scene;
using test_world::Typed;

namespace
{

/// Belongs to the person, not to a project: his sessions, what he is sending, his address.
const std::set<std::string, std::less<>> own_subjects{"session", "upload", "address_link"};
/// His own line, which says nothing of its subject; opening it is tried.
constexpr std::string_view marks_own_line = "/p/{workspace}/notifications/{notification}/lecture";

bool is_of_a_project(const guard::Route& route)
{
    return route.access.kind == guard::Access::Kind::portal && !route.subject.empty() &&
           !own_subjects.contains(route.subject) && route.path != marks_own_line;
}

void limit_to_nothing(Scene& scene)
{
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        projects::limit_account(tx, scene.client.membership, std::vector<projects::ProjectId>{});
    });
}

std::string in_workspace(std::string path, const Scene& scene)
{
    return base::replace_all(std::move(path), "{workspace}", scene.workspace.slug);
}

bool shows_a_project(const http::Response& page)
{
    const std::string mark{isolation::marker};
    return page.body.find("Site " + mark) != std::string::npos ||
           page.body.find("Caméra " + mark) != std::string::npos;
}

/// Made while he saw everything, asked for once he sees nothing.
void must_be_unknown(const guard::Route& route, Scene& scene)
{
    const auto& all = isolation::catalogue();
    const auto own = all.by_route.find(std::string{http::name(route.method)} + " " + route.path);
    const auto& make =
        own != all.by_route.end() ? own->second : all.subjects.find(route.subject)->second;
    const auto subject = make(scene);
    if (subject.shared != isolation::Shared::with_nobody) return;
    auto target = in_workspace(route.path, scene);
    for (const auto& [name, value] : subject.path)
        target = base::replace_all(target, "{" + name + "}", value);
    const auto body =
        route.command.empty() ? Typed{} : all.examples.find(route.command)->second(scene, subject);
    limit_to_nothing(scene);
    const auto answer = http::is_safe(route.method) ? scene.client.browser.get(target)
                                                    : scene.client.browser.post(target, body);
    CHECK_MESSAGE(answer.status == 404, http::name(route.method) << " " << route.path);
    CHECK_MESSAGE(answer.body.find(isolation::marker) == std::string::npos, route.path);
}

} // namespace

TEST_CASE_ENGINES("a portal user limited to no project finds none of his client's, by any route")
{
    test_world::World world{engine, app::describe_modules}; // IDN-024, PLT-004
    int tried = 0;
    for (const auto& route : world.site().routes) {
        if (!is_of_a_project(route)) continue;
        Scene scene{world, "l" + std::to_string(++tried), isolation::preset_with(route.module)};
        must_be_unknown(route, scene);
    }
    std::printf("isolation: %d portal routes closed by a limit\n", tried);
    CHECK(tried >= 8);
}

TEST_CASE_ENGINES("no page of the portal shows a project that its reader is not open to")
{
    test_world::World world{engine, app::describe_modules}; // IDN-024
    Scene scene{world, "vigie"};
    isolation::catalogue().subjects.find("request")->second(scene);
    world.run_jobs();
    const auto pages_that_show = [&] {
        int found = 0;
        for (const auto& route : world.site().routes) {
            const auto path = in_workspace(route.path, scene);
            if (route.access.kind != guard::Access::Kind::portal || !http::is_safe(route.method) ||
                path.find('{') != std::string::npos)
                continue;
            const auto page =
                scene.client.browser.get(path + "?q=" + std::string{isolation::marker});
            found += shows_a_project(page) ? 1 : 0;
        }
        return found;
    };
    CHECK(pages_that_show() >= 4);
    limit_to_nothing(scene);
    CHECK(pages_that_show() == 0);
}
