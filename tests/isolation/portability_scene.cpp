#include "modules/portability/order_actions.hpp"
#include "modules/portability/portability.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;

/// What was asked for before is made, so that another may be asked for.
void finish(Scene& scene)
{
    static const test_support::TemporaryFolder folder;
    portability::install({.database = scene.world.options(), .folder = folder.path()});
    scene.world.run_jobs();
}

Subject an_export(Scene& scene)
{
    finish(scene);
    const auto id = scene.as(scene.admin).write(portability::order_package);
    finish(scene);
    return {.path = {{"export", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["export"] = an_export;
    all.examples["AskExport"] = [](Scene& scene, const Subject&) {
        finish(scene);
        return test_world::Typed{};
    };
    return true;
}();

} // namespace
