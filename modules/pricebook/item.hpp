#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pricebook
{

using VersionId = base::Id<struct PricebookVersionTag>;
using ItemId = base::Id<struct PricebookItemTag>;

/// Of one version.
inline constexpr int items_max = 500;
/// 9 999 999,9999 of the workspace's currency.
inline constexpr base::UnitPrice price_max{99'999'999'999};
/// A year costs so many months, unless the item says its own price for one.
inline constexpr std::int64_t months_in_a_year_paid = 10;

/// What a price is of: the whole, one unit, one hour, a month or a year of it.
enum class PriceKind { flat, per_unit, hourly, recurring };
BOOST_DESCRIBE_ENUM(PriceKind, flat, per_unit, hourly, recurring)

/// Which rule gave the prices of an item: the most specific one counts.
enum class PriceSource { list, group, client };
BOOST_DESCRIBE_ENUM(PriceSource, list, group, client)

/// Which of its country's taxes an item bears; how high they are is the document's business.
enum class TaxChoice { standard, intermediate, reduced, untaxed };
BOOST_DESCRIBE_ENUM(TaxChoice, standard, intermediate, reduced, untaxed)

/// Where an item is sold: the zone is what the business says it is (crm::is_in_service_zone).
enum class Territory { everywhere, service_zone };
BOOST_DESCRIBE_ENUM(Territory, everywhere, service_zone)

/// Whether new documents may take an item. One that is inactive keeps its place, its price and its
/// history, and stays in the documents that have it.
enum class OfferState { offered, inactive };
BOOST_DESCRIBE_ENUM(OfferState, offered, inactive)

/// Something a business sells, as one version of its price book says it. Prices are before taxes.
struct Item {
    ItemId id; ///< the same in the versions copied from this one
    VersionId version_id;
    std::string code; ///< small letters, digits, - . _ ; one of its version
    std::string category;
    std::string category_key; ///< folded
    std::string name;
    std::string search_key; ///< folded
    std::string description;
    std::string unit; ///< « m² », « km »; may be empty
    PriceKind kind = PriceKind::flat;
    std::optional<base::UnitPrice> one_off_price; ///< of the whole, the unit or the hour
    std::optional<base::UnitPrice> monthly_price;
    std::optional<base::UnitPrice> annual_price; ///< as typed: see annual_price_of
    TaxChoice tax = TaxChoice::standard;
    Territory territory = Territory::everywhere;
    OfferState offer = OfferState::offered;
    std::optional<base::Date> offered_from;  ///< first day; none = since ever
    std::optional<base::Date> offered_until; ///< last day; none = for ever
    std::int64_t position = 0;               ///< in its category, then by name
    std::int64_t revision = 1;               ///< grows with each save in its version
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (id, version_id, code, category, category_key, name, search_key, description,
                       unit, kind, one_off_price, monthly_price, annual_price, tax, territory,
                       offer, offered_from, offered_until, position, revision))

/// What is asked for a year: the price typed for it, else ten times the monthly one; nothing
/// without either.
std::optional<base::UnitPrice> annual_price_of(const Item& item);
/// Of what nobody decided: interventions are made in the zone alone, the rest is sold everywhere.
Territory usual_territory(std::string_view category);

/// What keeps an item out of a price book, and the field that says it.
struct Flaw {
    std::string_view field;
    const char* key;
};
/// A code of other characters, a price above price_max, none where its kind wants one, a last day
/// before the first.
std::vector<Flaw> flaws_of(const Item& item);

/// A value of an item as changes keep it: prices with a point and four decimals at most, days as
/// "2026-11-20", enumerators by name, nothing for none.
struct FieldValue {
    std::string_view field;
    std::string value;
};
std::vector<FieldValue> values_of(const Item& item);

struct Difference {
    std::string_view field;
    std::string before;
    std::string after;
    friend bool operator==(const Difference&, const Difference&) = default;
};
/// What two states of an item say otherwise. Against nothing (Item{}): all that it says.
std::vector<Difference> differences(const Item& before, const Item& after);

/// Which items of a version the next one adds, drops, or says otherwise, by item id.
struct ChangedItem {
    Item item; ///< as it will be
    std::vector<Difference> differences;
};
struct Comparison {
    std::vector<Item> added;
    std::vector<Item> removed;
    std::vector<ChangedItem> changed;
    bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
};
Comparison compare(const std::vector<Item>& before, const std::vector<Item>& after);

/// Those whose name, code, category or description holds every word of `typed`; all for no word.
std::vector<Item> matching(std::vector<Item> items, std::string_view typed);

} // namespace pricebook
