#include "modules/crm/crm.hpp"
#include "modules/pricebook/founding_listeners.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/pricebook.hpp"
#include "modules/pricebook/starting_book.hpp"
#include "modules/pricebook/starting_book_actions.hpp"
#include "modules/pricebook/version_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using namespace pricebook;
using base::UnitPrice;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr const char* repairer = "depannage-informatique";

UnitPrice dollars(std::int64_t amount)
{
    return UnitPrice{amount * base::one_whole};
}

Item item_of(const std::vector<Item>& items, std::string_view code)
{
    const auto found = std::ranges::find(items, code, &Item::code);
    REQUIRE(found != items.end());
    return *found;
}

/// A repairer whose business was just founded.
struct Shop {
    explicit Shop(db::Engine engine)
        : world(engine, {{"crm", crm::describe}, {"pricebook", pricebook::describe}}),
          workspace(world.add_workspace("rive", repairer)),
          owner(world.add_member(workspace, {.name = "Rosaire"}))
    {
        found();
    }
    void found()
    {
        world.context(workspace, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
            on_business_founded(tx, {.owner = owner.actor.membership});
        });
        world.run_jobs();
    }
    template <class Read>
    auto read(Read&& reader)
    {
        return world.context(workspace, owner.actor).read(std::forward<Read>(reader));
    }

    test_world::World world;
    tenancy::Workspace workspace;
    test_world::Member owner;
};

} // namespace

TEST_CASE("what every trade begins to sell may be sold")
{ // PRB-010
    for (const auto& preset : presets::all())
        CHECK_NOTHROW(starting_versions(preset));
    CHECK(starting_versions(presets::find("chantier")).empty());
}

TEST_CASE("the two price lists of a repairer say the prices of their tables")
{ // PRB-010 PRB-011 PRB-006
    const auto versions = starting_versions(presets::find(repairer));
    REQUIRE(versions.size() == 2);
    const auto& a = versions[0];
    const auto& b = versions[1];
    CHECK(item_of(a, "cloud-base").monthly_price == dollars(9));
    CHECK(annual_price_of(item_of(a, "web-multi")) == dollars(499));
    CHECK(annual_price_of(item_of(a, "web-shop")) == dollars(899));
    CHECK(annual_price_of(item_of(b, "cloud-50")) == dollars(100));
    CHECK(annual_price_of(item_of(b, "web-shop")) == dollars(900));
    CHECK(item_of(b, "visit-hour").one_off_price == dollars(60));
    CHECK(item_of(b, "visit-hour").territory == Territory::service_zone);
    CHECK(item_of(b, "travel-km").one_off_price == UnitPrice{6'500});
    CHECK(item_of(b, "remote-hour").territory == Territory::everywhere);
    for (const auto* code : {"web-maint", "diag-24h"})
        CHECK(item_of(b, code).offer == OfferState::inactive);
    CHECK(item_of(b, "cloud-plus10").offer == OfferState::offered);
    for (const auto& item : a)
        CHECK(item.offer == OfferState::offered);
}

TEST_CASE_ENGINES("a repairer has both lists from the first minute on, the second one in force")
{
    Shop shop{engine}; // PRB-010 PRB-002
    const auto book = shop.read([](WorkspaceTransaction& tx) { return VersionStore{tx}.book(); });
    REQUIRE(book.versions().size() == 2);
    REQUIRE(book.active() != nullptr);
    CHECK(book.active()->number == 2);
    CHECK(book.state_of(book.versions().back()) == VersionState::archived);
    CHECK(book.pending() == nullptr);
    const auto items_of = [&](std::size_t place) {
        return shop.read([&](WorkspaceTransaction& tx) {
            return ItemStore{tx}.of_version(book.versions()[place].id);
        });
    };
    CHECK(item_of(items_of(0), "web-shop").id == item_of(items_of(1), "web-shop").id);
    const auto offered = [&](std::string_view code) {
        auto context = shop.world.context(shop.workspace, shop.owner.actor);
        return context.read([&](WorkspaceTransaction& tx) {
            return find_item_for_sale(tx, code, context.today()).has_value();
        });
    };
    CHECK(offered("cloud-plus10"));
    CHECK(offered("visit-hour"));
    CHECK_FALSE(offered("diag-24h"));
    CHECK_FALSE(offered("cloud-base"));

    shop.found();
    CHECK(shop.read([](WorkspaceTransaction& tx) { return VersionStore{tx}.book(); })
              .versions()
              .size() == 2);
}

TEST_CASE_ENGINES("a trade whose preset lists no prices begins with none")
{
    Shop shop{engine}; // PRB-010
    auto yard = shop.world.add_workspace("charpente", "chantier");
    auto context = shop.world.context(yard, tenancy::Actor::system());
    context.write([](WorkspaceTransaction& tx) { install_versions(tx); });
    CHECK(context.read([](WorkspaceTransaction& tx) { return VersionStore{tx}.book(); })
              .versions()
              .empty());
}
