#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

/// Written by the team's form; its number.
std::string an_article(Scene& scene, const char* publication)
{
    const auto answer =
        scene.admin.browser.post("/e/" + scene.workspace.slug + "/reglages/conseils",
                                 {{"title", "Conseil " + std::string{isolation::marker}},
                                  {"body", "Débranchez " + std::string{isolation::marker}},
                                  {"publication", publication}});
    REQUIRE(answer.status == 303);
    static constexpr db::Query query{"test.last_article", R"sql(
        SELECT id FROM knowledge_article
         WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1
    )sql"};
    const auto id = scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(query, {});
    });
    return std::to_string(id.value());
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["knowledge_article"] = [](Scene& scene) {
        return Subject{.path = {{"conseil", an_article(scene, "draft")}},
                       .ids = {{"version", "1"}}};
    };
    all.subjects["published_article"] = [](Scene& scene) {
        return Subject{.path = {{"conseil", an_article(scene, "published")}},
                       .ids = {},
                       .shared = isolation::Shared::with_every_client};
    };
    all.by_route["POST /p/{workspace}/conseils/resolu"] = [](Scene& scene) {
        return Subject{.path = {}, .ids = {{"article", an_article(scene, "published")}}};
    };
    all.examples["SaveArticle"] = [](Scene&, const Subject&) {
        return test_world::Typed{{"title", "Redémarrer l’enregistreur"},
                                 {"body", "Débranchez " + std::string{isolation::marker}},
                                 {"publication", "published"},
                                 {"version", "1"}};
    };
    all.examples["ConfirmSolved"] = [](Scene&, const Subject& subject) {
        return test_world::Typed{{"article", subject.ids.at("article")}};
    };
    return true;
}();

} // namespace
