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

TEST_CASE_ENGINES("a state is taken out with its moves, unless something would then have no way")
{
    Shop shop{engine};
    CHECK(shop.send("", {{"label", "Chez le fabricant"},
                         {"client_label", "Chez le fabricant"},
                         {"kind", "postponed"},
                         {"tone", "amber"},
                         {"from", "en_cours"},
                         {"next", "attente_client"}})
              .status == 303);
    const auto refused = shop.send("/etat/retrait", {{"code", "attente_client"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "n’a pas d’issue"));
    CHECK(holds(refused, "Chez le fabricant"));
    CHECK(shop.send("/etat/retrait", {{"code", "chez_le_fabricant"}}).status == 303);
    CHECK(shop.send("/etat/retrait", {{"code", "attente_client"}}).status == 303);
    CHECK(presets::find_state(shop.workflow(), "attente_client") == nullptr);
    CHECK(presets::find_known_state(shop.workflow(), "attente_client") != nullptr);
    CHECK(presets::find_known_state(shop.workflow(), "chez_le_fabricant") != nullptr);
    CHECK(presets::find_move(shop.workflow(), "ask") == nullptr);
    const auto start = shop.send("/etat/retrait", {{"code", "nouveau"}});
    CHECK(start.status == 422);
    CHECK(shop.send("/etat/retrait", {{"code", "perdu"}}).status == 404);
}

TEST_CASE_ENGINES("an admin adds a move: from where, to where, for whom, and what it demands")
{
    Shop shop{engine};
    const Typed cancel{{"label", "Abandonner"}, {"client_label", "Annuler ma demande"},
                       {"from", "nouveau"},     {"from", "pris_en_charge"},
                       {"to", "cloture"},       {"who", "client"},
                       {"who", "admin"}};
    CHECK(shop.send("/passage", cancel).status == 303);
    const auto* move = presets::find_move(shop.workflow(), "own_1");
    REQUIRE(move != nullptr);
    CHECK(move->from == std::vector<std::string>{"nouveau", "pris_en_charge"});
    CHECK(move->allows(presets::Mover::client));
    CHECK(holds(shop.martin.browser.get(words_path), "Abandonner"));

    auto asking = cancel;
    asking.emplace_back("code", "own_1");
    asking.emplace_back("needs", "reason");
    const auto refused = shop.send("/passage", asking);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Abandonner"));
    CHECK(holds(refused, "ni motif"));
    CHECK(shop.send("/passage/retrait", {{"code", "own_1"}}).status == 303);
    CHECK(presets::find_move(shop.workflow(), "own_1") == nullptr);
    const auto last = shop.send("/passage/retrait", {{"code", "take"}});
    CHECK(last.status == 422);
    CHECK(holds(last, "Pris en charge"));
}

TEST_CASE_ENGINES("the days after which a move comes by itself are the business's") // TKT-030
{
    Shop shop{engine};
    Typed confirm{{"code", "confirm"}, {"label", "Clôturer"}, {"client_label", "C’est résolu"},
                  {"from", "resolu"},  {"to", "cloture"},     {"who", "staff"},
                  {"who", "client"},   {"after_days", "14"}};
    CHECK(shop.send("/passage", confirm).status == 303);
    CHECK(presets::find_move(shop.workflow(), "confirm")->automatic_after_days == 14);
    confirm.back().second = "400";
    CHECK(shop.send("/passage", confirm).status == 422);
    confirm.back().second = "7";
    CHECK(shop.send("/passage", confirm).status == 303);
    CHECK(presets::find_move(shop.workflow(), "confirm")->automatic_after_days == 7);
}

TEST_CASE_ENGINES("two admins at once: the second reads both, and decides") // TKT-034
{
    Shop shop{engine};
    const auto page = shop.martin.browser.get(words_path + std::string{"/etat?code=en_cours"});
    const auto at = page.body.find("name=\"version\" value=\"") + 22;
    const auto seen = page.body.substr(at, 16);
    auto first = state_form("Réparation", {"attente_client", "resolu"});
    first.emplace_back("version", seen);
    CHECK(shop.send("/etat", first).status == 303);
    auto second = state_form("À l’établi", {"attente_client", "resolu"});
    second.emplace_back("version", seen);
    const auto both = shop.send("/etat", second);
    CHECK(both.status == 409);
    CHECK(holds(both, "Réparation"));
    CHECK(holds(both, "À l’établi"));
    CHECK(presets::find_state(shop.workflow(), "en_cours")->label == "Réparation");
    const auto again = both.body.find("name=\"version\" value=\"") + 22;
    second.back().second = both.body.substr(again, 16);
    CHECK(shop.send("/etat", second).status == 303);
    CHECK(presets::find_state(shop.workflow(), "en_cours")->label == "À l’établi");
}

TEST_CASE_ENGINES("the states of another trade, seen before, used, and left again") // TKT-031
{
    Shop shop{engine};
    const auto preview = shop.martin.browser.get(
        words_path + std::string{"/vocabulaire?nom=depannage-informatique"});
    CHECK(preview.status == 200);
    CHECK(holds(preview, "En attente client → En cours"));
    CHECK(shop.send("/vocabulaire", {{"name", "depannage-informatique"}}).status == 303);
    CHECK(shop.workflow().states.front().label == "Ouvert");
    CHECK(shop.send("/etat", {{"code", "ouvert"},
                              {"label", "À trier"},
                              {"client_label", "Ouverte"},
                              {"tone", "violet"},
                              {"next", "en_cours"},
                              {"next", "annule"}})
              .status == 303);
    CHECK(shop.workflow().states.front().label == "À trier");
    CHECK(shop.send("/vocabulaire", {{"name", "support-technique"}}).status == 303);
    CHECK(shop.workflow().states.front().label == "Nouveau");
    CHECK(shop.send("/vocabulaire", {{"name", "depannage-informatique"}}).status == 303);
    CHECK(shop.workflow().states.front().label == "À trier");
    CHECK(shop.send("/vocabulaire", {{"name", "perdu"}}).status == 404);
}
