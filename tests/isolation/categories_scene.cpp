#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

std::string a_category_of(Scene& scene)
{
    static int made = 0;
    const auto name = "Panne " + std::to_string(++made) + " " + std::string{isolation::marker};
    const auto place = "/e/" + scene.workspace.slug + "/reglages/categories";
    REQUIRE(scene.admin.browser.post(place, {{"name", name}}).status == 303);
    static constexpr db::Query query{"test.last_category", R"sql(
        SELECT id FROM tickets_category WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1
    )sql"};
    const auto id = scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(query, {});
    });
    return std::to_string(id.value());
}

const bool is_registered = [] {
    using test_world::Typed;
    auto& all = isolation::catalogue();
    all.subjects["ticket_category"] = [](Scene& scene) {
        return Subject{.path = {{"category", a_category_of(scene)}}, .ids = {{"version", "1"}}};
    };
    all.examples["SaveCategory"] = [](Scene&, const Subject&) {
        static int made = 0;
        return Typed{{"name", "Réseau " + std::to_string(++made)}, {"version", "1"}};
    };
    all.examples["PlaceCategory"] = [](Scene&, const Subject&) { return Typed{{"place", "up"}}; };
    all.examples["FileTicket"] = [](Scene& scene, const Subject&) {
        return Typed{{"category", a_category_of(scene)}};
    };
    return true;
}();

} // namespace
