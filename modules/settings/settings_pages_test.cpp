#include "kernel/mail/sender.hpp"
#include "modules/settings/settings.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::World;

namespace
{

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// What the profile's form sends; `field` is replaced by `value`.
test_world::Typed typed(std::string_view field = {}, std::string_view value = {})
{
    test_world::Typed all{{"name", "Vigie Électronique"},
                          {"legal_name", "Vigie SARL"},
                          {"siret", "732 829 320 00074"},
                          {"vat_number", "FR44 732829320"},
                          {"address", "3 quai des Indes\nBâtiment B"},
                          {"postal_code", "56100"},
                          {"city", "Lorient"},
                          {"phone", "02 97 00 00 00"},
                          {"email", "bonjour@vigie.example"},
                          {"website", "www.vigie.example"},
                          {"time_zone", "America/Halifax"},
                          {"version", "0"}};
    for (auto& [name, kept] : all)
        if (name == field) kept = value;
    return all;
}

settings::Profile profile_in(World& world, const tenancy::Workspace& workspace)
{
    return world.context(workspace, tenancy::Actor::system())
        .read([](tenancy::WorkspaceTransaction& tx) { return settings::profile(tx); });
}

http::Response show_vault(guard::Call&)
{
    return http::Response::html("vault");
}

/// A page of a module that a workspace may be without, which every member may open.
void describe_vault(kernel::Module& module)
{
    module.staff("/coffre-fort").get("", show_vault, guard::any_member());
    module.settings({.label_key = "settings.title",
                     .hint_key = "settings.lead",
                     .path = "/coffre-fort",
                     .icon = "lock",
                     .permission = "",
                     .order = 90});
}

} // namespace

TEST_CASE_ENGINES("the menu shows the lines one may open, and nobody else reads it")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin", .role = "admin"});
    auto karim = world.add_member(vigie, {.name = "Karim", .role = "technicien"});
    const auto menu = martin.browser.get("/e/vigie/reglages");
    CHECK(menu.status == 200);
    for (const auto* path : {"entreprise", "couleur", "courrier", "boite-d-envoi", "taches"}) {
        CHECK(holds(menu, "/e/vigie/reglages/" + std::string{path}));
        CHECK(martin.browser.get("/e/vigie/reglages/" + std::string{path}).status == 200);
        CHECK(karim.browser.get("/e/vigie/reglages/" + std::string{path}).status == 403);
    }
    CHECK(holds(menu, "href=\"/e/vigie/reglages\""));
    const auto refused = karim.browser.get("/e/vigie/reglages");
    CHECK(refused.status == 403);
    CHECK_FALSE(holds(refused, "href=\"/e/vigie/reglages\""));
}

TEST_CASE_ENGINES("the menu leads to no page of a module that is off, and to one's own pages alone")
{
    World world{engine, {{"settings", settings::describe}, {"ledger", describe_vault}}};
    const auto with = world.add_workspace("avec", "chantier");
    const auto without = world.add_workspace("sans", "depannage-informatique");
    for (const auto& workspace : {with, without}) {
        const bool is_on = workspace.modules.contains("ledger");
        CAPTURE(is_on);
        auto martin = world.add_member(workspace, {.name = "Martin", .role = "admin"});
        auto karim = world.add_member(workspace,
                                      {.name = "Karim", .role = is_on ? "employe" : "technicien"});
        const auto place = "/e/" + workspace.slug + "/reglages";
        const auto vault = "/e/" + workspace.slug + "/coffre-fort";
        CHECK(holds(martin.browser.get(place), vault) == is_on);
        CHECK(martin.browser.get(vault).status == (is_on ? 200 : 404));
        CHECK(is_on == (workspace.slug == "avec"));
        const auto own = karim.browser.get(place);
        CHECK(own.status == (is_on ? 200 : 403));
        CHECK(holds(own, vault) == is_on);
        CHECK_FALSE(holds(own, "reglages/entreprise"));
    }
}

TEST_CASE_ENGINES("the profile is kept as it was typed, in its canonical form") // PLT-018
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    CHECK(martin.browser.post("/e/vigie/reglages/entreprise", typed()).status == 303);

    const auto profile = profile_in(world, vigie);
    CHECK(profile.siret == "73282932000074");
    CHECK(profile.vat_number == "FR44732829320");
    CHECK(profile.address == "3 quai des Indes\nBâtiment B");
    CHECK(profile.website == "https://www.vigie.example");
    const auto page = martin.browser.get("/e/vigie/reglages/entreprise");
    CHECK(holds(page, "Vigie Électronique"));
    CHECK(holds(page, "bonjour@vigie.example"));
    CHECK(holds(page, R"(value="America/Halifax" selected)"));
    CHECK(
        world.context(vigie, tenancy::Actor::system()).read([](tenancy::WorkspaceTransaction& tx) {
            return mail::sender(tx).reply_to;
        }) == "bonjour@vigie.example");
}

TEST_CASE_ENGINES(
    "a business of Québec gives the numbers of its taxes, one of France never sees them")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto atelier = world.add_workspace("atelier", "depannage-informatique");
    auto maude = world.add_member(atelier, {.name = "Maude", .role = "admin"});
    const auto blank = maude.browser.get("/e/atelier/reglages/entreprise");
    CHECK(holds(blank, "Numéro de TPS"));
    CHECK_FALSE(holds(blank, "SIRET"));

    const auto say = [](const char* neq, const char* tps, const char* tvq) {
        return test_world::Typed{{"name", "Dépannage Rive-Sud"},
                                 {"neq", neq},
                                 {"tps_number", tps},
                                 {"tvq_number", tvq},
                                 {"time_zone", "America/Toronto"},
                                 {"version", "0"}};
    };
    const auto wrong = maude.browser.post("/e/atelier/reglages/entreprise",
                                          say("4499100220", "991002206 RT0001", "10991002 TQ0001"));
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "3 champs à corriger"));
    CHECK(holds(wrong, "991002206 RT0001"));
    CHECK(maude.browser
              .post("/e/atelier/reglages/entreprise",
                    say("1199 100 220", "991 002 205 RT0001", "1099100220 TQ0001"))
              .status == 303);
    const auto profile = profile_in(world, atelier);
    CHECK(profile.neq == "1199100220");
    CHECK(profile.tps_number == "991002205RT0001");
    CHECK(profile.tvq_number == "1099100220TQ0001");
}

TEST_CASE_ENGINES("every wrong field is told at once, what was typed stays, and nothing is written")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto wrong = typed("siret", "732 829 320");
    for (auto& [name, value] : wrong) {
        if (name == "name") value = "";
        if (name == "email") value = "pas une adresse";
        if (name == "website") value = "javascript:alert(1)";
        if (name == "time_zone") value = "Mars/Olympus";
        if (name == "vat_number") value = "FR45732829320";
    }
    const auto page = martin.browser.post("/e/vigie/reglages/entreprise", wrong);
    CHECK(page.status == 422);
    CHECK(holds(page, "Il manque 5 chiffres"));
    CHECK(holds(page, "6 champs à corriger"));
    CHECK(holds(page, "pas une adresse"));
    CHECK(holds(page, "732 829 320"));
    CHECK(holds(page, "3 quai des Indes"));
    CHECK(profile_in(world, vigie).city.empty());

    for (const auto& [siret, words] : {std::pair{"732829320000741", "1 chiffre de trop"},
                                       {"73282932000075", "n’existe pas"},
                                       {"7328293200007X", "que des chiffres"}})
        CHECK(holds(martin.browser.post("/e/vigie/reglages/entreprise", typed("siret", siret)),
                    words));
}

TEST_CASE_ENGINES("a profile somebody changed meanwhile is not overwritten")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    CHECK(martin.browser.post("/e/vigie/reglages/entreprise", typed()).status == 303);
    CHECK(martin.browser.post("/e/vigie/reglages/entreprise", typed("city", "Vannes")).status ==
          409);
    CHECK(profile_in(world, vigie).city == "Lorient");
}

TEST_CASE_ENGINES("a colour keeps its hue, loses its lightness, and can be taken back") // PLT-081
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const auto colours = [&] {
        const auto page = martin.browser.get("/e/vigie/reglages");
        const auto at = page.body.find("/theme/");
        return page.body.substr(at, page.body.find(".css", at) - at);
    };
    const auto original = colours();
    CHECK(holds(martin.browser.get("/e/vigie/reglages/couleur?couleur=%23c2410c"), "Adopter"));
    CHECK(colours() == original);
    CHECK(martin.browser.post("/e/vigie/reglages/couleur", {{"colour", "#C2410C"}}).status == 303);
    CHECK(colours() == "/theme/38-160");
    const auto wrong = martin.browser.post("/e/vigie/reglages/couleur", {{"colour", "orange"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "value=\"orange\""));
    CHECK(martin.browser.get("/e/vigie/reglages/couleur?couleur=%22%3E").status == 422);
    CHECK(colours() == "/theme/38-160");
    CHECK(martin.browser.post("/e/vigie/reglages/couleur/origine").status == 303);
    CHECK(colours() == original);
}
