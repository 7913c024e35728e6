#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

std::string a_view_of(Scene& scene)
{
    const auto place = "/e/" + scene.workspace.slug + "/tickets/vues?vue=all&priorite=urgent";
    const test_world::Typed typed{{"name", "Urgences " + std::string{isolation::marker}}};
    REQUIRE(scene.admin.browser.post(place, typed).status == 303);
    static constexpr db::Query query{"test.last_view", R"sql(
        SELECT id FROM tickets_view WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1
    )sql"};
    const auto id = scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(query, {});
    });
    return std::to_string(id.value());
}

const bool is_registered = [] {
    using test_world::Typed;
    auto& all = isolation::catalogue();
    all.subjects["saved_view"] = [](Scene& scene) {
        return Subject{.path = {{"view", a_view_of(scene)}}};
    };
    all.examples["SaveView"] = [](Scene&, const Subject&) {
        return Typed{{"name", "Ce qui brûle"}, {"is_shared", "on"}};
    };
    all.examples["RenameView"] = [](Scene&, const Subject&) {
        return Typed{{"name", "Ce qui presse"}};
    };
    all.examples["OpenWithView"] = [](Scene& scene, const Subject&) {
        return Typed{{"view", a_view_of(scene)}};
    };
    return true;
}();

} // namespace
