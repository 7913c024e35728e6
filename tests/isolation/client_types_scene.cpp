#include "modules/crm/client_type_actions.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

namespace
{

using isolation::Scene;
using isolation::Subject;

Subject a_type(Scene& scene)
{
    static int made = 0;
    const auto name = "Type " + std::to_string(++made) + " " + std::string{isolation::marker};
    const auto id = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return crm::add_type(tx, name);
    });
    return {.path = {{"type", id.text()}}, .ids = {}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["client_type"] = a_type;
    all.examples["SaveClientType"] = [](Scene&, const Subject&) {
        static int made = 0;
        return test_world::Typed{{"name", "Revendeur " + std::to_string(++made)}};
    };
    return true;
}();

} // namespace
