#include "modules/pricebook/item.hpp"
#include "modules/pricebook/item_forms.hpp"
#include "modules/pricebook/version.hpp"

#include <doctest.h>

namespace
{

using base::UnitPrice;
using pricebook::Book;
using pricebook::Item;
using pricebook::Territory;
using pricebook::Version;
using pricebook::VersionId;
using pricebook::VersionState;

Item hour_of_workshop()
{
    return {.id = {1},
            .code = "heure-atelier",
            .category = "Atelier",
            .category_key = "atelier",
            .name = "Heure d’atelier",
            .search_key = "heure d atelier",
            .kind = pricebook::PriceKind::hourly,
            .one_off_price = UnitPrice{600'000},
            .offered_from = {},
            .offered_until = {}};
}

Item maintenance()
{
    auto item = hour_of_workshop();
    item.id = {2};
    item.code = "entretien";
    item.kind = pricebook::PriceKind::recurring;
    item.one_off_price = {};
    item.monthly_price = UnitPrice{490'000};
    return item;
}

base::Date day(std::string_view iso)
{
    return *base::Date::parse(iso);
}

Version version(std::int64_t number, std::optional<base::Date> starts_on)
{
    return {.id = VersionId{number}, .number = number, .starts_on = starts_on, .decided_at = {}};
}

std::vector<std::string> fields_at_fault(const Item& item)
{
    std::vector<std::string> fields;
    for (const auto& flaw : pricebook::flaws_of(item))
        fields.emplace_back(flaw.field);
    return fields;
}

} // namespace

TEST_CASE("a year costs ten months, unless the item has a price for one") // PRB-011
{
    auto item = maintenance();
    CHECK(pricebook::annual_price_of(item) == UnitPrice{4'900'000});
    item.annual_price = UnitPrice{4'990'000};
    CHECK(pricebook::annual_price_of(item) == UnitPrice{4'990'000});
    CHECK_FALSE(pricebook::annual_price_of(hour_of_workshop()).has_value());
}

TEST_CASE("an item has the price that its kind wants, a plain code and days in their order")
{
    CHECK(fields_at_fault(hour_of_workshop()).empty());
    CHECK(fields_at_fault(maintenance()).empty());
    auto item = hour_of_workshop();
    item.code = "Été 1";
    item.kind = pricebook::PriceKind::per_unit;
    item.one_off_price = {};
    item.offered_from = day("2026-12-02");
    item.offered_until = day("2026-12-01");
    CHECK(fields_at_fault(item) ==
          std::vector<std::string>{"code", "one_off_price", "unit", "offered_until"});
    item = maintenance();
    item.monthly_price = {};
    CHECK(fields_at_fault(item) == std::vector<std::string>{"monthly_price"});
    item.annual_price = UnitPrice{pricebook::price_max.value + 1};
    CHECK(fields_at_fault(item) == std::vector<std::string>{"annual_price"});
}

TEST_CASE("the form shows a price as it may be typed again, to the last decimal")
{
    for (const std::int64_t value : {0, 6'500, 600'000, 12'345, 123'456, 99'999'999}) {
        const auto form = forms::bind<pricebook::SaveItem>(
            {{"one_off_price", pricebook::typed_price(UnitPrice{value})}});
        CHECK(form.errors.find("one_off_price") == nullptr);
        CHECK(form.command.one_off_price == UnitPrice{value});
    }
    CHECK(pricebook::typed_price(UnitPrice{6'500}) == "0,65");
    CHECK(pricebook::typed_price({}).empty());
}

TEST_CASE("of the versions that have started the last one holds, from its day on") // PRB-002
{
    const std::vector<Version> versions{version(2, day("2026-12-01")),
                                        version(1, day("2026-11-01"))};
    const Book before{versions, day("2026-11-30")};
    REQUIRE(before.active() != nullptr);
    CHECK(before.active()->number == 1);
    CHECK(before.state_of(*before.pending()) == VersionState::scheduled);
    CHECK(before.draft() == nullptr);

    const Book after{versions, day("2026-12-01")};
    CHECK(after.active()->number == 2);
    CHECK(after.pending() == nullptr);
    CHECK(after.state_of(*after.find({1})) == VersionState::archived);
    CHECK(after.find({3}) == nullptr);
}

TEST_CASE("before the first version starts nothing holds, and the draft waits")
{
    const Book book{{version(1, {})}, day("2026-11-01")};
    CHECK(book.active() == nullptr);
    REQUIRE(book.draft() != nullptr);
    CHECK(book.state_of(*book.draft()) == VersionState::draft);
    CHECK(Book{{}, day("2026-11-01")}.pending() == nullptr);
}

TEST_CASE("two versions are compared item by item, and value by value")
{
    auto dearer = hour_of_workshop();
    dearer.one_off_price = UnitPrice{650'000};
    auto fresh = hour_of_workshop();
    fresh.id = {3};
    const auto found = pricebook::compare({hour_of_workshop(), maintenance()}, {dearer, fresh});
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed[0].differences ==
          std::vector<pricebook::Difference>{{"one_off_price", "60", "65"}});
    CHECK(found.added.size() == 1);
    REQUIRE(found.removed.size() == 1);
    CHECK(found.removed[0].code == "entretien");
    CHECK(pricebook::compare({maintenance()}, {maintenance()}).empty());
}

TEST_CASE("an item is found by any words it holds, without accents")
{
    const std::vector<Item> items{hour_of_workshop(), maintenance()};
    CHECK(pricebook::matching(items, "ATELIER heure").size() == 2);
    CHECK(pricebook::matching(items, "entrétien").size() == 1);
    CHECK(pricebook::matching(items, "").size() == 2);
    CHECK(pricebook::matching(items, "piscine").empty());
}

TEST_CASE("an item that is turned off is compared as such, and stays off in another version")
{ // PRB-001 PRB-010
    auto off = hour_of_workshop();
    off.offer = pricebook::OfferState::inactive;
    const auto found = pricebook::compare({hour_of_workshop()}, {off});
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed[0].differences ==
          std::vector<pricebook::Difference>{{"offer", "offered", "inactive"}});
    CHECK(pricebook::applied({}, off).offer == pricebook::OfferState::inactive);
}

TEST_CASE("interventions are sold in the zone unless somebody says otherwise, the rest everywhere")
{ // PRB-006
    for (const auto* near : {"Interventions", "intervention sur place", "INTERVENTIONS"})
        CHECK(pricebook::usual_territory(near) == Territory::service_zone);
    for (const auto* category : {"Cloud", "Site web", "Options", ""})
        CHECK(pricebook::usual_territory(category) == Territory::everywhere);
}
