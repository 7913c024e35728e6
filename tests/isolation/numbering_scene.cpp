#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

const bool is_registered = [] {
    isolation::catalogue().examples["SaveNumberFormat"] = [](Scene&, const Subject&) {
        return Typed{{"series", "quote"}, {"format", "D{YYYY}-{NNN}"}, {"restart", "yearly"}};
    };
    return true;
}();

} // namespace
