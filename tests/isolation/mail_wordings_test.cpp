#include "app/modules.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;

namespace
{

constexpr const char* list = "/e/vigie/reglages/modeles-de-courriels";
constexpr const char* page = "/e/vigie/reglages/modeles-de-courriels/modele";

bool holds(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

test_world::Typed words(const std::string& subject, const std::string& body,
                        const std::string& version = "0")
{
    return {
        {"name", "tickets.received"}, {"subject", subject}, {"body", body}, {"version", version}};
}

} // namespace

TEST_CASE_ENGINES(
    "an admin lists the mails of the preset, sees one with example data, and saves it")
// NTF-032
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    auto& admin = scene.admin.browser;
    const auto all = admin.get(list);
    CHECK(holds(all, "À vos clients"));
    CHECK(holds(all, "Réponse de l’équipe"));
    CHECK(holds(all, "Demande réunie avec une autre"));
    CHECK_FALSE(holds(all, "Modifié"));

    const auto preview = admin.post(std::string{list} + "/apercu",
                                    words("Reçu {numéro}", "Nous lisons <b>{titre}</b>."));
    CHECK(preview.status == 200);
    CHECK(holds(preview, "Reçu T-2026-00042"));
    CHECK(holds(preview, "Nous lisons &lt;b&gt;Caméra 4 hors ligne&lt;/b&gt;."));
    CHECK_FALSE(holds(admin.get(list), "Modifié"));

    CHECK(admin.post(page, words("Reçu {numéro}", "Nous lisons {titre}.")).status == 303);
    CHECK(holds(admin.get(list), "Modifié"));
    CHECK(holds(admin.get(std::string{page} + "?nom=tickets.received"),
                "Revenir au texte d’origine"));
    CHECK(admin.post(page, words("Autre", "Sans relire.")).status == 409);
    CHECK(admin.post(std::string{list} + "/origine", {{"name", "tickets.received"}}).status == 303);
    CHECK_FALSE(holds(admin.get(list), "Modifié"));
}

TEST_CASE_ENGINES("a wrong variable of a mail is refused in French, beside its field") // NTF-032
{
    test_world::World world{engine, app::describe_modules};
    Scene scene{world, "vigie"};
    auto& admin = scene.admin.browser;
    const auto refused = admin.post(page, words("Pour {prénom}", "{étape}"));
    CHECK(refused.status == 422);
    CHECK(holds(refused, "{prénom} n’est pas une variable de ce courriel."));
    CHECK(holds(refused, "{étape} n’est pas une variable"));
    CHECK(holds(refused, "2 champs à corriger"));
    CHECK_FALSE(holds(refused, "Aperçu avec des données d’exemple"));
    CHECK(admin.get(std::string{page} + "?nom=identity.mail.reset_password").status == 404);
    CHECK(scene.technician.browser.get(list).status == 403);
}
