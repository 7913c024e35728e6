#include "app/modules.hpp"
#include "kernel/base/text.hpp"
#include "kernel/limits/limits.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

using guard::Access;
using isolation::Scene;
using test_world::Browser;

namespace
{

/// A page somebody has open, with what the browser keeps of it.
struct OpenPage {
    Browser& browser;
    std::string target;
    std::string etag;
};

struct Seen {
    int unchanged = 0;
    int changed = 0;
    int stale = 0;
};

std::string address(const guard::Route& route, const Scene& scene,
                    const isolation::Subject& subject)
{
    auto path = base::replace_all(route.path, "{workspace}", scene.workspace.slug);
    for (const auto& [name, value] : subject.path)
        path = base::replace_all(path, "{" + name + "}", value);
    return path;
}

isolation::Subject subject_of(const guard::Route& route, Scene& scene)
{
    const auto& all = isolation::catalogue();
    const auto name = std::string{http::name(route.method)} + " " + route.path;
    if (const auto own = all.by_route.find(name); own != all.by_route.end())
        return own->second(scene);
    if (route.subject.empty()) return {};
    return all.subjects.at(route.subject)(scene);
}

bool is_portal(const guard::Route& route)
{
    return route.access.kind == Access::Kind::portal;
}

bool is_of_workspace(const guard::Route& route)
{
    return route.access.kind == Access::Kind::staff || is_portal(route);
}

/// Of the pages of other modules, those an action is judged on: one of so many, another for the
/// next action. All of them with ETABLI_EVERY_PAIR, before a release: pairs grow with the square of
/// the routes.
int others_judged()
{
    constexpr int one_of = 6;
    return std::getenv("ETABLI_EVERY_PAIR") ? 1 : one_of;
}

/// The pages of the team and of the portal that the action of `module`, the `number`th, is judged
/// on; the records of `subject` too when it fits them.
std::vector<OpenPage> open_pages(Scene& scene, const isolation::Subject& subject,
                                 std::string_view module, int number)
{
    std::vector<OpenPage> pages;
    for (const auto& route : scene.world.site().routes) {
        if (!is_of_workspace(route) || route.method != http::Method::Get) continue;
        const auto target = address(route, scene, subject);
        if (target.find('{') != std::string::npos || target.ends_with("/flux")) continue;
        if (route.module != module && ++number % others_judged() != 0) continue;
        auto& browser = is_portal(route) ? scene.client.browser : scene.admin.browser;
        pages.push_back({browser, target, {}});
    }
    return pages;
}

void read_all(std::vector<OpenPage>& pages)
{
    for (auto& page : pages)
        page.etag = page.browser.get(page.target).etag;
}

/// A page said to be unchanged must be the page that would be made.
void compare(std::vector<OpenPage>& pages, const std::string& after, Seen& seen)
{
    for (auto& page : pages) {
        if (page.etag.empty()) continue;
        if (page.browser.get_unless(page.target, page.etag).status != 304) {
            ++seen.changed;
            continue;
        }
        ++seen.unchanged;
        const auto made = page.browser.get(page.target);
        if (made.etag == page.etag) continue;
        ++seen.stale;
        CHECK_MESSAGE(made.etag == page.etag, page.target << " is stale after " << after);
    }
}

} // namespace

TEST_CASE("no page is said to be unchanged after an action that changed it")
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    world.site().limiter().switch_off();
    Seen seen;
    int actions = 0;
    for (const auto& route : world.site().routes) {
        const auto name = std::string{http::name(route.method)} + " " + route.path;
        const auto& all = isolation::catalogue();
        if (!is_of_workspace(route) || http::is_safe(route.method)) continue;
        if (all.without_example.contains(name)) continue;
        Scene scene{world, "s" + std::to_string(++actions), isolation::preset_with(route.module)};
        if (route.access.account == guard::Account::confirmed)
            world.prove_second_factor(scene.admin);
        const auto subject = subject_of(route, scene);
        auto pages = open_pages(scene, subject, route.module, actions);
        read_all(pages);
        const auto body = route.command.empty() ? test_world::Typed{}
                                                : all.examples.at(route.command)(scene, subject);
        auto& actor = is_portal(route) ? scene.client : scene.admin;
        actor.browser.post(address(route, scene, subject), body);
        compare(pages, name, seen);
    }
    std::printf("unchanged pages: %d actions, %d unchanged, %d changed, %d stale\n", actions,
                seen.unchanged, seen.changed, seen.stale);
    CHECK(actions >= 30);
    CHECK(seen.unchanged > 100);
    CHECK(seen.changed > 50);
    CHECK(seen.stale == 0);
}

TEST_CASE("an unchanged page is known without being made, and only to who got it")
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    Scene scene{world, "vigie"};
    const std::string list = "/e/vigie/tickets";
    const auto page = scene.admin.browser.get(list);
    REQUIRE(page.status == 200);
    CHECK(scene.admin.browser.get_unless(list, page.etag).status == 304);
    CHECK(scene.admin.browser.get_unless(list, "another").status == 200);
    CHECK(scene.technician.browser.get_unless(list, page.etag).status == 200);
    CHECK(scene.client.browser.get_unless(list, page.etag).status == 303);
    auto nobody = world.visitor();
    CHECK(nobody.get_unless(list, page.etag).status == 303);
}

TEST_CASE("who sent a form gets its page anew: typed again, it is another one")
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    Scene scene{world, "vigie"};
    auto& browser = scene.admin.browser;
    const std::string form = "/e/vigie/clients/nouveau";
    const auto first = browser.get(form);
    REQUIRE(first.body.find("name=\"_key\"") != std::string::npos);
    REQUIRE_FALSE(first.etag.empty());
    CHECK(browser.get(form).etag == first.etag);
    REQUIRE(browser.post("/e/vigie/clients", {}, "a key").status == 422);
    const auto again = browser.get(form);
    CHECK(again.etag != first.etag);
    CHECK(browser.get(form).etag == again.etag);
}

TEST_CASE("on PostgreSQL, where others may write, a page is always made")
{
    test_world::World world{db::Engine::Postgres, app::describe_modules};
    Scene scene{world, "vigie"};
    const auto page = scene.admin.browser.get("/e/vigie/tickets");
    CHECK(scene.admin.browser.get_unless("/e/vigie/tickets", page.etag).status == 200);
}
