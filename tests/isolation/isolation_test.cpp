#include "app/modules.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/base/text.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <cstdio>

using guard::Access;
using isolation::Scene;
using isolation::Subject;
using test_world::Browser;
using test_world::Member;
using test_world::Typed;

namespace
{

struct Tried {
    int requests = 0;
    int leaks = 0;
};

std::string name_of(const guard::Route& route)
{
    return std::string{http::name(route.method)} + " " + route.path;
}

bool is_protected(const guard::Route& route)
{
    return route.access.kind == Access::Kind::staff || route.access.kind == Access::Kind::portal;
}

Subject make_subject(const guard::Route& route, Scene& scene)
{
    const auto& all = isolation::catalogue();
    if (const auto own = all.by_route.find(name_of(route)); own != all.by_route.end())
        return own->second(scene);
    if (route.subject.empty()) return {};
    const auto found = all.subjects.find(route.subject);
    REQUIRE_MESSAGE(found != all.subjects.end(), "no factory makes a " << route.subject);
    return found->second(scene);
}

std::string address(const guard::Route& route, const Scene& scene, const Subject& subject)
{
    auto path = base::replace_all(route.path, "{workspace}", scene.workspace.slug);
    for (const auto& [name, value] : subject.path)
        path = base::replace_all(path, "{" + name + "}", value);
    REQUIRE_MESSAGE(path.find('{') == std::string::npos, "a parameter is left in " << path);
    return path;
}

Typed body_of(const guard::Route& route, Scene& scene, const Subject& subject)
{
    if (http::is_safe(route.method) || route.command.empty()) return {};
    const auto& examples = isolation::catalogue().examples;
    const auto found = examples.find(route.command);
    REQUIRE_MESSAGE(found != examples.end(), "no example of the command " << route.command);
    return found->second(scene, subject);
}

/// Sends requests for one route and keeps count.
class Prober
{
  public:
    Prober(const guard::Route& route, Tried& tried) : route_(route), tried_(tried) {}

    http::Response ask(Browser& browser, const std::string& target, const Typed& body)
    {
        ++tried_.requests;
        return http::is_safe(route_.method) ? browser.get(target) : browser.post(target, body);
    }
    void must_refuse(Browser& browser, const std::string& target, const Typed& body, int status,
                     const char* who)
    {
        const auto answer = ask(browser, target, body);
        CHECK_MESSAGE(answer.status == status, name_of(route_) << " as " << who);
        const bool leaks = answer.body.find(isolation::marker) != std::string::npos;
        tried_.leaks += leaks ? 1 : 0;
        CHECK_MESSAGE(!leaks, name_of(route_) << " shows the marker to " << who);
    }

  private:
    const guard::Route& route_;
    Tried& tried_;
};

/// Takes the right away from the role of `member` while it lives.
class WithoutRight
{
  public:
    WithoutRight(Scene& scene, const Member& member, const std::string& permission)
        : scene_(scene), role_(member.actor.role), permission_(permission),
          before_(member.actor.grant(permission))
    {
        set(presets::Grant::none);
    }
    ~WithoutRight() { set(before_); }
    WithoutRight(const WithoutRight&) = delete;
    WithoutRight& operator=(const WithoutRight&) = delete;

  private:
    void set(presets::Grant value)
    {
        scene_.as(scene_.admin).write([&](tenancy::WorkspaceTransaction& tx) {
            auth::set_role_difference(tx,
                                      {.role = role_, .permission = permission_, .value = value});
        });
    }
    Scene& scene_;
    std::string role_;
    std::string permission_;
    presets::Grant before_;
};

bool rightful_actor_succeeds(Prober& prober, const guard::Route& route, Scene& scene,
                             Member& rightful)
{
    const auto subject = make_subject(route, scene);
    const auto answer = prober.ask(rightful.browser, address(route, scene, subject),
                                   body_of(route, scene, subject));
    const bool is_sent_away =
        answer.headers.get("Location").find("/connexion") != std::string_view::npos;
    const bool succeeds = answer.status == 200 || (answer.status == 303 && !is_sent_away);
    CHECK_MESSAGE(succeeds, name_of(route)
                                << " answers " << answer.status
                                << " to the rightful actor: " << base::shorten(answer.body, 600));
    return succeeds;
}

void probe(const guard::Route& route, test_world::World& world, int number, Tried& tried)
{
    const auto suffix = std::to_string(number);
    const auto preset = isolation::preset_with(route.module);
    Scene scene{world, "a" + suffix, preset};
    Scene elsewhere{world, "b" + suffix, preset};
    if (route.access.account == guard::Account::confirmed) {
        world.prove_second_factor(scene.admin);
        world.prove_second_factor(elsewhere.admin);
    }
    Prober prober{route, tried};
    const bool is_portal = route.access.kind == Access::Kind::portal;
    auto& rightful = is_portal ? scene.client : scene.admin;
    auto& unentitled = is_portal ? scene.client : scene.technician;
    auto& stranger = is_portal ? elsewhere.client : elsewhere.admin;

    if (!isolation::catalogue().without_example.contains(name_of(route)) &&
        !rightful_actor_succeeds(prober, route, scene, rightful))
        return;

    const auto subject = make_subject(route, scene);
    const auto target = address(route, scene, subject);
    const bool has_example = !isolation::catalogue().without_example.contains(name_of(route));
    const auto body = has_example ? body_of(route, scene, subject) : Typed{};
    const auto before = isolation::snapshot(world, scene.workspace);

    auto nobody = world.visitor();
    nobody.address =
        "203.0.113." + suffix; // its own: the limit of one address is not what is tried
    prober.must_refuse(nobody, target, body, http::is_safe(route.method) ? 303 : 401, "anonymous");
    prober.must_refuse(stranger.browser, target, body, 404, "a member of another workspace");
    const bool has_owner =
        !subject.path.empty() && subject.shared != isolation::Shared::with_everybody;
    if (has_owner)
        prober.must_refuse(stranger.browser, address(route, elsewhere, subject), body, 404,
                           "another workspace with this one's ids");
    if (is_portal && has_owner && subject.shared == isolation::Shared::with_nobody)
        prober.must_refuse(scene.other_client.browser, target, body, 404, "another client");
    if (!route.access.permission.empty()) {
        const WithoutRight without{scene, unentitled, route.access.permission};
        const auto snapshot_without = isolation::snapshot(world, scene.workspace);
        prober.must_refuse(unentitled.browser, target, body, 403, "a member without the right");
        CHECK_MESSAGE(isolation::snapshot(world, scene.workspace) == snapshot_without,
                      name_of(route) << " wrote for a member without the right");
    }
    if (route.access.permission.empty())
        CHECK_MESSAGE(isolation::snapshot(world, scene.workspace) == before,
                      name_of(route) << " wrote for a stranger");
}

} // namespace

TEST_CASE_ENGINES(
    "every route succeeds for its rightful actor and is closed to everybody else") // PLT-133
                                                                                   // PLT-003
                                                                                   // PLT-004
                                                                                   // IDN-046
{
    test_world::World world{engine, app::describe_modules};
    Tried tried;
    int number = 0;
    for (const auto& route : world.site().routes) {
        if (!is_protected(route)) continue;
        probe(route, world, ++number, tried);
    }
    std::printf("isolation: %d routes, %d requests, %d leaks\n", number, tried.requests,
                tried.leaks);
    CHECK(number >= 80);
    CHECK(tried.leaks == 0);
}

TEST_CASE("every route that asks for a session sends a visitor to sign in")
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    for (const auto& route : world.site().routes) {
        if (route.access.kind != Access::Kind::person) continue;
        auto visitor = world.visitor();
        auto path = route.path;
        while (path.find('{') != std::string::npos)
            path.replace(path.find('{'), path.find('}') - path.find('{') + 1, "1");
        const auto answer = http::is_safe(route.method) ? visitor.get(path) : visitor.post(path);
        CHECK_MESSAGE(answer.status == (http::is_safe(route.method) ? 303 : 401), name_of(route));
    }
}

TEST_CASE("every open route says why")
{
    test_world::World world{db::Engine::Sqlite, app::describe_modules};
    for (const auto& route : world.site().routes)
        if (route.access.kind == Access::Kind::open)
            CHECK_MESSAGE(route.access.reason.size() >= 10, name_of(route));
}
