#include "kernel/audit/audit.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/csrf.hpp"
#include "kernel/guard/operation.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::Member;
using test_world::Typed;
using test_world::World;

namespace
{

constexpr const char* first = "0b0d4c8e-6d1e-4c1a-9b5e-000000000001";
constexpr const char* second = "0b0d4c8e-6d1e-4c1a-9b5e-000000000002";
constexpr const char* batch = "0b0d4c8e-6d1e-4c1a-9b5e-00000000000b";

http::Response create_note(guard::Call& call)
{
    if (call.request().form.get("title").empty()) return http::Response::html("refused", 422);
    const auto id = call.context().write([&](tenancy::WorkspaceTransaction& tx) {
        audit::append(tx, {.action = "test.noted", .subject_kind = "note", .changes = {}});
        return tx.make_id<base::Id<struct Note>>();
    });
    return call.redirect(call.in_workspace("/notes/" + id.text()));
}

http::Response refuse_note(guard::Call&)
{
    throw base::NotFound{};
}

http::Response tell_age(guard::Call& call)
{
    const auto age = call.context().now() - guard::written_at(call);
    return http::Response::text(
        std::to_string(std::chrono::duration_cast<std::chrono::seconds>(age).count()));
}

void describe(kernel::Module& module)
{
    module.staff("/notes")
        .post("", create_note, guard::any_member(), "WriteNote")
        .post("/age", tell_age, guard::any_member(), "WriteNote")
        .post("/{id}/partie", refuse_note, guard::any_member(), "WriteNote", "note");
}

std::int64_t count_notes(World& world, const tenancy::Workspace& workspace)
{
    static constexpr db::Query count{"test.count_operations", R"sql(
        SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = 'test.noted'
    )sql"};
    return world.context(workspace, tenancy::Actor::system())
        .read([](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count).value_or(-1);
        });
}

/// As web/controllers/outbox.ts sends what waited.
http::Response send(World& world, const Member& member, const Typed& typed)
{
    http::Request request;
    request.method = http::Method::Post;
    request.target = request.path = "/e/vigie/notes";
    request.host = "localhost:8080";
    const auto session = member.browser.cookie("__Host-s");
    request.headers.set("Cookie", "__Host-s=" + session);
    request.headers.set("Accept", "application/json");
    request.form.add("_csrf",
                     guard::mask_csrf_token(guard::csrf_token_for(world.site().vault(), session)));
    for (const auto& [name, value] : typed)
        request.form.add(name, value);
    return world.site().answer(request);
}

void sign_in_again(World& world, Member& member)
{
    tenancy::Platform platform{world.database()};
    const auto opened = platform.write([&](tenancy::PlatformTransaction& tx) {
        return auth::open_session(tx, {.person = member.person, .side = tenancy::Side::staff});
    });
    member.browser.set_cookie("__Host-s", opened.token);
}

} // namespace

TEST_CASE_ENGINES("an operation has one effect for its person, in whatever session") // PLT-075
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto karim = world.add_member(vigie, {.name = "Karim"});

    const auto done = send(world, martin, {{"title", "Porte"}, {"_operation", first}});
    CHECK(done.status == 200);
    CHECK(done.body.starts_with("{\"done\":\"/e/vigie/notes/"));
    CHECK(send(world, martin, {{"title", "Porte"}, {"_operation", first}}).body == done.body);
    sign_in_again(world, martin);
    CHECK(send(world, martin, {{"title", "Porte"}, {"_operation", first}}).body == done.body);
    CHECK(count_notes(world, vigie) == 1);

    send(world, martin, {{"title", "Porte"}, {"_operation", second}});
    send(world, karim, {{"title", "Porte"}, {"_operation", first}});
    CHECK(count_notes(world, vigie) == 3);

    const auto in_page =
        martin.browser.post("/e/vigie/notes", {{"title", "Porte"}, {"_operation", first}});
    CHECK(in_page.status == 303);
    CHECK(count_notes(world, vigie) == 3);
}

TEST_CASE_ENGINES("an operation that was refused has not happened: it may be sent again") // PLT-075
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});

    CHECK(send(world, martin, {{"_operation", first}}).status == 422);
    // Somebody else's object is noted in the audit: that is not what was asked either.
    CHECK(martin.browser.post("/e/vigie/notes/17/partie", {{"_operation", first}}).status == 404);
    const auto done = send(world, martin, {{"title", "Porte"}, {"_operation", first}});
    CHECK(done.status == 200);
    CHECK(count_notes(world, vigie) == 1);
}

TEST_CASE_ENGINES("a dispatch counts as one action, and has a limit of its own") // PLT-095
{
    World world{engine, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const Typed waiting{{"_operation", first}, {"_batch", batch}};
    int passed = 0;
    while (passed < 400 && martin.browser.post("/e/vigie/notes", waiting).status == 422)
        ++passed;
    CHECK(passed == 301);

    for (int i = 0; i < 99; ++i)
        REQUIRE(martin.browser.post("/e/vigie/notes").status == 422);
    CHECK(martin.browser.post("/e/vigie/notes").status == 429);
    CHECK(martin.browser.post("/e/vigie/notes", {{"_batch", batch}}).status == 429);
}

TEST_CASE("what was written without network keeps its time, within thirty days") // PRG-017
{
    World world{db::Engine::Sqlite, {{"notes", describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const auto age = [&](const char* said) {
        return martin.browser.post("/e/vigie/notes/age", {{"_written_ago", said}}).body;
    };
    CHECK(age("3600") == "3600");
    CHECK(age("2592000") == "2592000");
    for (const auto* refused : {"2592001", "-5", "", "soon", "1e3", "12 ", "99999999999999999999"})
        CHECK_MESSAGE(age(refused) == "0", refused);
}

TEST_CASE("only a UUID names an operation")
{
    const auto named = [](const char* value) {
        http::Request request;
        request.form.add("_operation", value);
        return std::string{guard::operation_of(request)};
    };
    CHECK(named(first) == first);
    CHECK(named("").empty());
    CHECK(named("0b0d4c8e-6d1e-4c1a-9b5e-00000000000G").empty());
    CHECK(named("0b0d4c8e-6d1e-4c1a-9b5e-0000000000011").empty());
    CHECK(named("0b0d4c8e+6d1e-4c1a-9b5e-000000000001").empty());
}
