#include "modules/pricebook/client_group_actions.hpp"
#include "modules/pricebook/item_actions.hpp"
#include "modules/pricebook/promo_code_actions.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/version_actions.hpp"
#include "modules/pricebook/version_store.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using pricebook::VersionStore;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string named = "Pose " + std::string{isolation::marker};

/// Nothing is being prepared.
void clear(WorkspaceTransaction& tx)
{
    const auto book = VersionStore{tx}.book();
    const auto* pending = book.pending();
    if (pending == nullptr) return;
    if (pending->starts_on) pricebook::unschedule(tx, pending->id);
    pricebook::abandon_draft(tx);
}

/// A draft of one item.
pricebook::ItemId fresh_draft(WorkspaceTransaction& tx)
{
    clear(tx);
    pricebook::make_draft(tx, {});
    static int number = 0;
    return pricebook::add_item(tx, {.code = "pose-" + std::to_string(++number),
                                    .category = named,
                                    .name = named,
                                    .one_off_price = base::UnitPrice{600'000}});
}

/// What was just drafted, from today on or later.
pricebook::VersionId decided(WorkspaceTransaction& tx, std::optional<base::Date> starts_on)
{
    fresh_draft(tx);
    const auto draft = *VersionStore{tx}.book().draft();
    pricebook::activate_draft(tx, {.starts_on = starts_on, .seen_revision = draft.revision});
    return draft.id;
}

Subject a_version(Scene& scene, std::optional<base::Date> starts_on)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return decided(tx, starts_on);
    });
    return {.path = {{"version", id.text()}}};
}

Subject an_item(Scene& scene)
{
    const auto id =
        scene.as(scene.admin).write([](WorkspaceTransaction& tx) { return fresh_draft(tx); });
    return {.path = {{"article", id.text()}}, .ids = {{"version", "1"}}};
}

Subject a_draft(Scene& scene)
{
    an_item(scene);
    return {};
}

Subject a_special_price(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return pricebook::add_special_price(tx, {.client_id = scene.client.actor.client,
                                                 .percent = base::Rate{100'000},
                                                 .starts_on = *base::Date::parse("2026-01-01"),
                                                 .reason = named});
    });
    return {.path = {{"special", id.text()}}};
}

/// Of one client, without a price.
Subject a_group(Scene& scene)
{
    static int number = 0;
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto group = pricebook::add_group(tx, "Groupe " + std::to_string(++number) + named);
        pricebook::add_to_group(tx, group, scene.client.actor.client);
        return group;
    });
    return {.path = {{"groupe", id.text()}}};
}

Subject a_code(Scene& scene)
{
    static int number = 0;
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return pricebook::add_code(tx, {.code = {.code = "ETE" + std::to_string(++number),
                                                 .client_id = scene.client.actor.client,
                                                 .percent = base::Rate{100'000},
                                                 .amount = {},
                                                 .starts_on = *base::Date::parse("2026-01-01"),
                                                 .ends_on = {},
                                                 .uses_max = {},
                                                 .client_uses_max = {},
                                                 .reason = named,
                                                 .stopped_at = {}}});
    });
    return {.path = {{"code", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.examples["ShowPrices"] = [](Scene&, const Subject&) { return Typed{{"are_shown", "on"}}; };
    all.subjects["pricebook_item"] = an_item;
    all.subjects["special_price"] = a_special_price;
    all.examples["SaveSpecialPrice"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"effect", "percent_off"},
                     {"percent", "10"},
                     {"starts_on", "2026-01-01"},
                     {"reason", named},
                     {"version", "1"}};
    };
    all.subjects["client_group"] = a_group;
    all.examples["SaveClientGroup"] = [](Scene&, const Subject&) {
        static int number = 0;
        return Typed{{"name", named + " " + std::to_string(++number)}};
    };
    all.subjects["promo_code"] = a_code;
    all.examples["SavePromoCode"] = [](Scene& scene, const Subject&) {
        static int number = 0;
        return Typed{{"code", "HIVER" + std::to_string(++number)},
                     {"client", scene.client.actor.client.text()},
                     {"effect", "percent_off"},
                     {"percent", "10"},
                     {"starts_on", "2026-01-01"},
                     {"reason", named},
                     {"version", "1"}};
    };
    all.examples["GroupClient"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()}};
    };
    all.subjects["pricebook_version"] = [](Scene& scene) { return a_version(scene, {}); };
    all.subjects["scheduled_version"] = [](Scene& scene) {
        const auto today = scene.as(scene.admin).today();
        return a_version(scene, base::Date{today.day + std::chrono::days{7}});
    };
    const std::string draft = " /e/{workspace}/tarifs/brouillon";
    all.by_route["POST" + draft] = [](Scene& scene) {
        scene.as(scene.admin).write([](WorkspaceTransaction& tx) { clear(tx); });
        return Subject{};
    };
    for (const auto* end : {"/abandon", "/categories", "/activation", "/articles"})
        all.by_route["POST" + draft + end] = a_draft;
    all.by_route["GET" + draft + "/activation"] = a_draft;
    all.by_route["GET" + draft + "/articles/nouveau"] = a_draft;
    all.examples["SaveItem"] = [](Scene&, const Subject&) {
        return Typed{{"code", "heure"},  {"category", named},     {"name", named},
                     {"kind", "hourly"}, {"one_off_price", "60"}, {"tax", "standard"},
                     {"version", "1"}};
    };
    all.examples["RenameCategory"] = [](Scene&, const Subject&) {
        return Typed{{"category", named}, {"new_name", "Charpente"}};
    };
    all.examples["ActivateDraft"] = [](Scene& scene, const Subject&) {
        const auto revision = scene.as(scene.admin).read([](WorkspaceTransaction& tx) {
            return VersionStore{tx}.book().draft()->revision;
        });
        return Typed{{"start", "today"}, {"revision", std::to_string(revision)}};
    };
    return true;
}();

} // namespace
