#include "app/modules.hpp"
#include "kernel/auth/logos.hpp"
#include "kernel/files/files.hpp"
#include "kernel/files/test_files.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::Sent;
using test_world::World;

namespace
{

constexpr const char* page = "/e/vigie/reglages/logo";

bool holds(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

/// Vigie, and who may change its logo.
struct Fixture {
    explicit Fixture(db::Engine engine)
        : world(engine, app::describe_modules), vigie(world.add_workspace("vigie")),
          martin(world.add_member(vigie, {.name = "Martin"}))
    {
    }
    http::Response send(const std::string& name, const std::string& bytes)
    {
        return martin.browser.post_files(page, {}, {{name, bytes, "logo"}});
    }
    std::string icon()
    {
        const auto answer = world.visitor().get("/p/vigie/icone/192.png");
        return answer.file ? test_files::read(answer.file->path) : answer.body;
    }
    std::string alternative() const { return "alt=\"" + vigie.name + "\""; }

    World world;
    tenancy::Workspace vigie;
    test_world::Member martin;
};

} // namespace

TEST_CASE_ENGINES(
    "a logo is shown on pages and icons once it was judged, until it is removed") // PLT-081
{
    Fixture fixture{engine};
    auto& browser = fixture.martin.browser;
    const auto initials = fixture.icon();
    CHECK_FALSE(holds(browser.get(page), "<img"));
    CHECK(fixture.send("logo.png", test_files::png()).status == 303);
    CHECK(holds(browser.get(page), "en préparation"));
    CHECK(fixture.icon() == initials);

    fixture.world.run_jobs();
    const auto shown = browser.get(page);
    CHECK(holds(shown, fixture.alternative()));
    CHECK(holds(shown, "/e/vigie/icone/192.png?v="));
    CHECK_FALSE(holds(shown, "en préparation"));
    const auto icon = fixture.icon();
    CHECK(icon.starts_with("\x89PNG"));
    CHECK(icon != initials);
    CHECK(holds(browser.get("/e/vigie/reglages"), fixture.alternative()));

    CHECK(browser.post("/e/vigie/reglages/logo/retrait").status == 303);
    CHECK(fixture.icon() == initials);
    CHECK_FALSE(holds(browser.get(page), fixture.alternative()));
    fixture.world.context(fixture.vigie, tenancy::Actor::system())
        .read([](tenancy::WorkspaceTransaction& tx) { CHECK(files::usage(tx).used_bytes == 0); });
}

TEST_CASE_ENGINES(
    "what is no logo is refused beside its field, by its content, and nothing changes")
{
    Fixture fixture{engine};
    const auto refused = [&](const std::string& name, const std::string& bytes,
                             std::string_view words) {
        const auto answer = fixture.send(name, bytes);
        CHECK(answer.status == 422);
        CHECK_MESSAGE(holds(answer, words), words);
    };
    refused("logo.png", "MZ\x90 program", "un logo est une image");
    refused("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "un logo est une image");
    refused("logo.pdf", "%PDF-1.7\n%%EOF", "un logo est une image");
    refused("logo.png", test_files::png() + std::string(2'000'001, '\0'), "il dépasse 2");
    refused("logo.png", "", "le fichier est vide");
    CHECK(fixture.martin.browser.post(page).status == 422);
    fixture.world.run_jobs();
    CHECK(auth::logo_of(fixture.vigie.id) == 0);
}

TEST_CASE_ENGINES("a picture that cannot be read leaves the logo there was, and says why")
{
    Fixture fixture{engine};
    fixture.send("logo.png", test_files::png());
    fixture.world.run_jobs();
    const auto icon = fixture.icon();
    CHECK(fixture.send("autre.jpg", "\xff\xd8\xff broken").status == 303);
    fixture.world.run_jobs();
    CHECK(fixture.icon() == icon);
    CHECK(holds(fixture.martin.browser.get(page), "abîmé"));
    CHECK(fixture.send("logo.png", test_files::png()).status == 303);
    CHECK_FALSE(holds(fixture.martin.browser.get(page), "abîmé"));
}

TEST_CASE_ENGINES("who may not change the settings changes no logo")
{
    Fixture fixture{engine};
    auto karim = fixture.world.add_member(fixture.vigie, {.name = "Karim", .role = "technicien"});
    CHECK(karim.browser.get(page).status == 403);
    CHECK(karim.browser.post_files(page, {}, {{"logo.png", test_files::png(), "logo"}}).status ==
          403);
    CHECK(karim.browser.post("/e/vigie/reglages/logo/retrait").status == 403);
    CHECK(fixture.world.visitor()
              .post_files(page, {}, {{"logo.png", test_files::png(), "logo"}})
              .status == 401);
}
