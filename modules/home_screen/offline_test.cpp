#include "kernel/guard/operation.hpp"
#include "modules/home_screen/home_screen.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::World;

namespace
{

bool says(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

std::string mark_in(const http::Response& page)
{
    constexpr std::string_view before = R"(data-offline-account=")";
    const auto at = page.body.find(before);
    REQUIRE(at != std::string::npos);
    const auto begin = at + before.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
}

} // namespace

TEST_CASE("the service worker is at the root, current, and closed to everything but fetching")
{
    World world{db::Engine::Sqlite, {{"home_screen", home_screen::describe}}}; // PLT-073
    auto visitor = world.visitor();
    const auto worker = visitor.get("/service-worker.js");
    REQUIRE(worker.status == 200);
    CHECK(worker.headers.get("Content-Type").starts_with("text/javascript"));
    CHECK(worker.headers.get("Cache-Control") == "no-cache");
    CHECK(worker.headers.get("Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK_FALSE(worker.etag.empty());

    const auto page = visitor.get("/hors-ligne");
    CHECK(page.status == 200);
    CHECK(says(page, "Hors ligne"));
    CHECK(says(page, "actions en attente")); // PLT-076
    CHECK_FALSE(says(page, "data-offline-account"));
}

TEST_CASE_ENGINES("a device asks who is signed in: one mark per person and side, none for nobody")
{
    World world{engine, {{"home_screen", home_screen::describe}}}; // PLT-076
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto karim = world.add_member(vigie, {.name = "Karim"});
    auto rose =
        world.add_member(vigie, {.name = "Rose", .role = "client", .side = tenancy::Side::portal});

    const auto of_martin = martin.browser.get("/hors-ligne/compte");
    CHECK(of_martin.headers.get("Cache-Control") == "no-store");
    CHECK(says(of_martin, R"(name="csrf-token" content=")"));
    CHECK(mark_in(of_martin) == mark_in(martin.browser.get("/hors-ligne/compte")));
    CHECK(mark_in(of_martin) != mark_in(karim.browser.get("/hors-ligne/compte")));
    CHECK(mark_in(of_martin) != mark_in(rose.browser.get("/p/vigie/hors-ligne/compte")));

    http::Headers as_script;
    as_script.add("Accept", "application/json");
    auto nobody = world.visitor();
    CHECK(nobody.ask(http::Method::Get, "/hors-ligne/compte", as_script).status == 401);
    CHECK(nobody.ask(http::Method::Get, "/p/vigie/hors-ligne/compte", as_script).status == 401);
}
