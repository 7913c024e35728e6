#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;

Subject an_article(const char* name)
{
    return {.path = {{"article", name}}, .ids = {}, .shared = isolation::Shared::with_everybody};
}

const bool is_registered = [] {
    auto& routes = isolation::catalogue().by_route;
    routes["GET /e/{workspace}/aide/{article}"] = [](Scene&) {
        return an_article("prendre-un-ticket");
    };
    routes["GET /p/{workspace}/aide/{article}"] = [](Scene&) { return an_article("mon-compte"); };
    return true;
}();

} // namespace
