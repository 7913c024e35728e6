#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

const bool is_registered = [] {
    isolation::catalogue().examples["SaveSites"] = [](Scene&, const Subject&) {
        return Typed{{"sites", "https://www.armor.example"}};
    };
    return true;
}();

} // namespace
