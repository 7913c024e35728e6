#include "kernel/auth/auth.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/settings/settings.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::Typed;
using test_world::World;

namespace
{

constexpr auto words_path = "/e/vigie/reglages/mots";

struct Shop {
    explicit Shop(db::Engine engine)
        : world{engine, {{"settings", settings::describe}}}, vigie(world.add_workspace("vigie")),
          martin(world.add_member(vigie, {.name = "Martin", .role = "admin"}))
    {
    }
    http::Response send(std::string_view end, const Typed& typed)
    {
        return martin.browser.post(words_path + std::string{end}, typed);
    }
    /// As the next request finds it.
    const presets::Preset& preset()
    {
        tenancy::Platform platform{world.database()};
        const auto now = platform.read(
            [](tenancy::PlatformTransaction& tx) { return auth::workspace_by_slug(tx, "vigie"); });
        return tenancy::own_preset(*now);
    }
    const presets::Workflow& workflow() { return preset().workflow("ticket"); }

    World world;
    tenancy::Workspace vigie;
    test_world::Member martin;
};

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

Typed state_form(const char* label, std::initializer_list<const char*> next)
{
    Typed typed{{"code", "en_cours"},
                {"label", label},
                {"client_label", "À l’atelier"},
                {"client_help", ""},
                {"tone", "teal"}};
    for (const auto* code : next)
        typed.emplace_back("next", code);
    return typed;
}

} // namespace

TEST_CASE_ENGINES("an admin renames a state for the team and for clients") // PLT-011
{
    Shop shop{engine};
    CHECK(shop.send("/etat", state_form("Réparation", {"attente_client", "resolu"})).status == 303);
    const auto* state = presets::find_state(shop.workflow(), "en_cours");
    CHECK(state->label == "Réparation");
    CHECK(state->client_label == "À l’atelier");
    CHECK(state->tone == "teal");
    const auto next = presets::passages_of(shop.workflow());
    CHECK(next.contains({"en_cours", "resolu"}));
    CHECK_FALSE(next.contains({"en_cours", "cloture"}));
    CHECK(holds(shop.martin.browser.get(words_path), "Réparation"));
}

TEST_CASE_ENGINES("a workflow with a dead end or a state nobody reaches is refused, saying which")
{
    Shop shop{engine};
    const auto dead = shop.send("/etat", state_form("Réparation", {}));
    CHECK(dead.status == 422);
    CHECK(holds(dead, "n’a pas d’issue"));
    CHECK(holds(dead, "Réparation"));
    const auto lost = shop.send("", {{"label", "Chez le fabricant"},
                                     {"client_label", "Chez le fabricant"},
                                     {"kind", "postponed"},
                                     {"tone", "amber"},
                                     {"from", "en_cours"},
                                     {"next", ""}});
    CHECK(lost.status == 422);
    CHECK(holds(lost, "n’a pas d’issue"));
    CHECK(presets::find_state(shop.workflow(), "chez_le_fabricant") == nullptr);
}

TEST_CASE_ENGINES("a state of one's own stands after the one it is reached from, and moves")
{
    Shop shop{engine};
    CHECK(shop.send("", {{"label", "Chez le fabricant"},
                         {"client_label", "Envoyée au fabricant"},
                         {"kind", "postponed"},
                         {"tone", "amber"},
                         {"from", "en_cours"},
                         {"next", "en_cours"}})
              .status == 303);
    CHECK(shop.workflow().states[3].code == "chez_le_fabricant");
    CHECK(shop.workflow().states[3].anchor == presets::Anchor::postponed);
    CHECK(shop.send("/place", {{"code", "chez_le_fabricant"}, {"direction", "up"}}).status == 303);
    CHECK(shop.workflow().states[2].code == "chez_le_fabricant");
    CHECK(shop.send("/place", {{"code", "nouveau"}, {"direction", "up"}}).status == 303);
    CHECK(shop.workflow().states[0].code == "nouveau");
}

TEST_CASE_ENGINES("the nouns of the business are chosen for each side") // PLT-015
{
    Shop shop{engine};
    Typed typed{{"noun", "project"},           {"singular", "résidence"},
                {"plural", "résidences"},      {"gender", "feminine"},
                {"portal_singular", "site"},   {"portal_plural", "sites"},
                {"portal_gender", "masculine"}};
    CHECK(shop.send("/mot", typed).status == 303);
    CHECK(shop.preset().word("project").plural == "résidences");
    CHECK(shop.preset().word("project", tenancy::Side::portal).plural == "sites");
    typed[1].second = "{name}";
    CHECK(shop.send("/mot", typed).status == 422);
    typed[1].second = "site", typed[2].second = "sites", typed[3].second = "masculine";
    CHECK(shop.send("/mot", typed).status == 303);
    CHECK(shop.preset().word("project").plural == "sites");
}

TEST_CASE_ENGINES("words of a noun or a state nobody knows do not exist")
{
    Shop shop{engine};
    CHECK(shop.martin.browser.get(words_path + std::string{"/etat?code=perdu"}).status == 404);
    CHECK(shop.martin.browser.get(words_path + std::string{"/mot?noun=perdu"}).status == 404);
    CHECK(shop.martin.browser.get(words_path + std::string{"/etat?code=resolu"}).status == 200);
    CHECK(shop.martin.browser.get(words_path + std::string{"/mot?noun=client"}).status == 200);
}
