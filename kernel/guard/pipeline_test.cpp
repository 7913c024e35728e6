#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/csrf.hpp"
#include "kernel/guard/kept.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/form.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <set>

using test_world::Browser;
using test_world::World;

namespace
{

struct WriteNote {
    forms::Text<3, 20> title;
};
BOOST_DESCRIBE_STRUCT(WriteNote, (), (title))

http::Response show_form(guard::Call& call)
{
    const auto form = call.blank_form<WriteNote>();
    return guard::render(
        call,
        guard::Page{.title = "Form",
                    .body = ui::form({.action = html::checked_local(call.in_workspace("/notes")),
                                      .guard = guard::form_guard(call)},
                                     html::p(form.typed_value("title")))});
}

http::Response create_note(guard::Call& call)
{
    const auto form = call.form<WriteNote>();
    if (!form.is_valid()) return http::Response::html("refused", 422);
    const auto id = call.context().write([&](tenancy::WorkspaceTransaction& tx) {
        audit::append(tx, {.action = "test.noted", .subject_kind = "note", .changes = {}});
        return tx.make_id<base::Id<WriteNote>>();
    });
    return call.redirect(call.in_workspace("/notes/" + id.text()));
}

http::Response show_note(guard::Call& call)
{
    if (call.path("id") == "refusal") throw base::Refusal{"forms.error.required"};
    if (call.path("id") == "conflict")
        throw base::Refusal{"forms.error.required", {}, base::Refusal::Kind::Conflict};
    if (call.path("id") == "fault") throw std::runtime_error("SELECT secret");
    throw base::NotFound{};
}

http::Response show_words(guard::Call& call)
{
    return http::Response::html("hello " + call.actor().name);
}

void describe(kernel::Module& module)
{
    module.permission("tickets.view", "guard.brand");
    module.permission("clients.manage", "guard.brand");
    module.staff("/notes")
        .get("", show_form, guard::needs("tickets.view"))
        .post("", create_note, guard::needs("tickets.view"), "WriteNote")
        .get("/{id}", show_note, guard::needs("tickets.view"), "note")
        .get("/clients/list", show_words, guard::needs("clients.manage"));
    module.portal("/mots").get("", show_words, guard::any_member());
}

std::int64_t count_notes(World& world, const tenancy::Workspace& workspace)
{
    static constexpr db::Query count{"test.count", R"sql(
        SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = 'test.noted'
    )sql"};
    return world.context(workspace, tenancy::Actor::system())
        .read([](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count).value_or(-1);
        });
}

std::string form_key_in(const http::Response& page)
{
    const std::string_view mark = R"(name="_key" value=")";
    const auto at = page.body.find(mark);
    REQUIRE(at != std::string::npos);
    return page.body.substr(at + mark.size(),
                            page.body.find('"', at + mark.size()) - at - mark.size());
}

} // namespace

TEST_CASE_ENGINES("the guard answers each situation by its one outcome")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("autre");
    auto martin = world.add_member(vigie, {.name = "Martin", .role = "admin"});
    auto karim = world.add_member(vigie, {.name = "Karim", .role = "technicien"});
    auto lea = world.add_member(other, {.name = "Léa", .role = "admin"});
    auto rose =
        world.add_member(vigie, {.name = "Rose", .role = "client", .side = tenancy::Side::portal});
    auto nobody = world.visitor();

    CHECK(martin.browser.get("/e/vigie/notes").status == 200);
    CHECK(nobody.get("/e/vigie/notes?page=2").headers.get("Location") ==
          "/connexion?next=%2Fe%2Fvigie%2Fnotes%3Fpage%3D2");
    CHECK(rose.browser.get("/p/vigie/mots").body == "hello Rose");
    CHECK(rose.browser.get("/e/vigie/notes").status == 303);
    CHECK(martin.browser.get("/p/vigie/mots").status == 303);

    const auto foreign = lea.browser.get("/e/vigie/notes");
    const auto unknown = lea.browser.get("/e/nulle-part/notes");
    const auto no_route = lea.browser.get("/e/vigie/nothing");
    CHECK(foreign.status == 404); // PLT-003
    CHECK(unknown.status == 404);
    CHECK(foreign.body == unknown.body);
    CHECK(foreign.body == no_route.body);

    CHECK(karim.browser.get("/e/vigie/notes/clients/list").status == 403);
    CHECK(martin.browser.get("/e/vigie/notes/clients/list").status == 200);
}

TEST_CASE_ENGINES("a form without the token of its session writes nothing") // PLT-092
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto karim = world.add_member(vigie, {.name = "Karim"});

    CHECK(martin.browser.post_forged("/e/vigie/notes", {{"title", "Porte"}}).status == 403);
    CHECK(count_notes(world, vigie) == 0);
    CHECK(martin.browser.post("/e/vigie/notes", {{"title", "Porte"}}).status == 303);
    CHECK(count_notes(world, vigie) == 1);

    auto swapped = martin.browser;
    const auto token_of_karim = karim.browser.get("/e/vigie/notes").body;
    swapped.set_cookie("__Host-s", karim.browser.cookie("__Host-s"));
    CHECK(swapped.post("/e/vigie/notes", {{"title", "Porte"}}).status == 303);
}

TEST_CASE_ENGINES(
    "an expired session keeps what was typed, never sends it by itself, and forgets passwords")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const auto session = martin.browser.cookie("__Host-s");
    martin.browser.forget_cookies();

    const auto refused = martin.browser.post(
        "/e/vigie/notes",
        {{"title", "Caméra <4>"}, {"password", "hunter2hunter2"}, {"_page", "/e/vigie/notes"}});
    CHECK(refused.status == 401);
    CHECK(refused.body.starts_with("sign in, then /e/vigie/notes "));
    const auto sealed = refused.body.substr(refused.body.rfind(' ') + 1);
    CHECK(sealed.find("Cam") == std::string::npos);

    const auto kept = guard::open_kept(world.site().vault(), sealed);
    REQUIRE(kept.has_value());
    CHECK(kept->fields.get("title") == "Caméra <4>");
    CHECK_FALSE(kept->fields.has("password"));

    http::Request request;
    request.host = "localhost";
    request.target = request.path = "/connexion";
    guard::Call call{world.site(), world.site().routes.front(), request};
    const auto page = guard::resume(call, sealed, session);
    REQUIRE(page.has_value());
    CHECK(page->body.find("Caméra &lt;4&gt;") != std::string::npos);
    CHECK(page->headers.get("Cache-Control") == "no-store");
    CHECK(count_notes(world, vigie) == 0);
    CHECK_FALSE(guard::resume(call, sealed, "no such session").has_value());
    CHECK_FALSE(guard::resume(call, sealed.substr(2), session).has_value());
}

TEST_CASE_ENGINES("the same form sent twice has one effect and the same answer")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const auto key = form_key_in(martin.browser.get("/e/vigie/notes"));

    const auto first = martin.browser.post("/e/vigie/notes", {{"title", "Porte"}}, key);
    const auto twin = martin.browser.post("/e/vigie/notes", {{"title", "Porte"}}, key);
    REQUIRE(first.status == 303);
    CHECK(twin.status == 303);
    CHECK(twin.headers.get("Location") == first.headers.get("Location"));
    CHECK(count_notes(world, vigie) == 1);

    CHECK(martin.browser.post("/e/vigie/notes", {{"title", "Fenêtre"}}, key).status == 303);
    CHECK(count_notes(world, vigie) == 2);
    CHECK(martin.browser.post("/e/vigie/notes", {{"title", "x"}}, key).status == 422);
}

TEST_CASE_ENGINES("refusals, conflicts and faults have their page, and a fault says no cause")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});

    CHECK(martin.browser.get("/e/vigie/notes/refusal").status == 422);
    CHECK(martin.browser.get("/e/vigie/notes/conflict").status == 409);
    CHECK(martin.browser.get("/e/vigie/notes/17").status == 404);
    const auto fault = martin.browser.get("/e/vigie/notes/fault");
    CHECK(fault.status == 500);
    CHECK(fault.body.find("SELECT") == std::string::npos);
    const auto wrong_method = martin.browser.post("/e/vigie/notes/17");
    CHECK(wrong_method.status == 405);
    CHECK(wrong_method.headers.get("Allow") == "GET, HEAD");
}

TEST_CASE_ENGINES("the hundred and first action of a minute waits, reading goes on") // PLT-095
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    for (int i = 0; i < 100; ++i)
        REQUIRE(martin.browser.post("/e/vigie/notes", {{"title", "x"}}).status == 422);

    const auto refused = martin.browser.post("/e/vigie/notes", {{"title", "Porte"}});
    CHECK(refused.status == 429);
    CHECK(refused.headers.get("Retry-After") == "1");
    CHECK(martin.browser.get("/e/vigie/notes").status == 200);
    CHECK(count_notes(world, vigie) == 0);
}

TEST_CASE_ENGINES("an unchanged page has the same ETag although its form keys differ")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});

    const auto one = martin.browser.get("/e/vigie/notes");
    const auto two = martin.browser.get("/e/vigie/notes");
    CHECK(one.etag == two.etag);
    // Where other processes take forms too, nobody knows which keys were used.
    CHECK(one.etag.empty() == (engine == db::Engine::Postgres));
    CHECK(form_key_in(one) != form_key_in(two));
    CHECK(one.headers.get("Cache-Control") == "private, no-cache");
    CHECK(one.headers.get("Content-Security-Policy").find("default-src 'none'") == 0);
}

TEST_CASE_ENGINES("what is typed again in the same words on a page asked for again is not a twin")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    for (int times = 1; times <= 2; ++times) {
        const auto page = martin.browser.get("/e/vigie/notes");
        const auto key = form_key_in(page);
        REQUIRE(martin.browser.post("/e/vigie/notes", {{"title", "Porte"}}, key).status == 303);
        REQUIRE(martin.browser.post("/e/vigie/notes", {{"title", "Porte"}}, key).status == 303);
        CHECK(count_notes(world, vigie) == times);
        const auto after = martin.browser.get("/e/vigie/notes");
        CHECK((after.etag.empty() || after.etag != page.etag)); // a browser must not show its copy
    }
}

TEST_CASE_ENGINES("a notice is shown once, on a page that is not stored")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    martin.browser.set_cookie("__Host-f", base::base64url("key=guard.error.back"));
    CHECK(martin.browser.get("/e/vigie/notes/clients/list").status == 200); // a fragment keeps it
    const auto shown = martin.browser.get("/e/vigie/notes");
    CHECK(shown.headers.get("Cache-Control") == "no-store");
    CHECK(shown.body.find("Revenir à la page") != std::string::npos);
    CHECK(martin.browser.get("/e/vigie/notes").body.find("Revenir à la page") == std::string::npos);
}

TEST_CASE_ENGINES("asking for foreign objects leaves one audit row a minute") // PLT-003
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    for (int i = 0; i < 5; ++i)
        CHECK(martin.browser.get("/e/vigie/notes/17").status == 404);

    static constexpr db::Query count{"test.count_unknown", R"sql(
        SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = 'security.unknown_object'
    )sql"};
    CHECK(
        world.context(vigie, tenancy::Actor::system()).read([](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count).value_or(0);
        }) == 1);
}

TEST_CASE("a plain HTTP address other than localhost says to use https")
{
    World world{db::Engine::Sqlite, {{"notes", describe}}};
    http::Request request;
    request.target = request.path = "/e/vigie/notes";
    request.host = "192.0.2.10:8080";
    CHECK(world.site().answer(request).status == 403);
    request.is_https = true;
    CHECK(world.site().answer(request).status == 303);
}

TEST_CASE("start-up refuses two routes alike and a permission that nobody can hold")
{
    const auto twice = [](kernel::Module& module) {
        module.staff("/a")
            .get("", show_words, guard::any_member())
            .get("", show_words, guard::any_member());
    };
    CHECK_THROWS(World(db::Engine::Sqlite, {{"twice", twice}}));
    const auto unheld = [](kernel::Module& module) {
        module.permission("nobody.can", "guard.brand");
    };
    CHECK_THROWS(World(db::Engine::Sqlite, {{"unheld", unheld}}));
    const auto undeclared = [](kernel::Module& module) {
        module.staff("/a").get("", show_words, guard::needs("tickets.view"));
    };
    CHECK_THROWS(World(db::Engine::Sqlite, {{"undeclared", undeclared}}));
}

TEST_CASE_ENGINES(
    "a page never shows the same token twice, and each of them opens the form once more")
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const auto token_in = [](const http::Response& page) {
        const std::string_view mark = R"(name="_csrf" value=")";
        const auto at = page.body.find(mark) + mark.size();
        return page.body.substr(at, page.body.find('"', at) - at);
    };
    const auto one = token_in(martin.browser.get("/e/vigie/notes"));
    const auto two = token_in(martin.browser.get("/e/vigie/notes"));
    CHECK(one != two);
    for (const auto& token : {one, two}) {
        http::Request request;
        request.form.add("_csrf", token);
        CHECK(guard::carries_csrf_token(
            request,
            guard::csrf_token_for(world.site().vault(), martin.browser.cookie("__Host-s"))));
    }
}

TEST_CASE("two places of the navigation with one hotkey do not start")
{
    const auto twins = [](kernel::Module& module) {
        describe(module);
        for (const std::string hotkey : {"g n", "g m", "g n"})
            module.nav({.label_key = "guard.brand",
                        .path = "/notes",
                        .icon = "sun",
                        .permission = "tickets.view",
                        .hotkey = hotkey});
    };
    CHECK_THROWS_WITH_AS(World(db::Engine::Sqlite, {{"notes", twins}}),
                         "two navigation entries have the hotkey: g n", std::logic_error);
}
