#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_store.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Charpente " + std::string{isolation::marker};

Subject a_quote(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return quotes::start_quote(tx, {.client_id = scene.client.actor.client,
                                        .title = words,
                                        .valid_until = *base::Date::parse("2026-12-20")});
    });
    return {.path = {{"quote", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["quote"] = a_quote;
    all.examples["StartQuote"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"title", words},
                     {"valid_until", "2026-12-20"}};
    };
    all.examples["SaveQuote"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"title", words},
                     {"valid_until", "2026-12-20"},
                     {"version", "1"},
                     {"l1.kind", "line"},
                     {"l1.name", words},
                     {"l1.quantity", "1"},
                     {"l1.unit_price", "100"},
                     {"l1.tax", "tva20"}};
    };
    all.examples["RemoveQuote"] = [](Scene&, const Subject&) { return Typed{{"version", "1"}}; };
    return true;
}();

} // namespace
