#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/client_group.hpp"
#include "modules/pricebook/item.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pricebook
{

using SpecialPriceId = base::Id<struct PricebookSpecialTag>;

/// Of one client or one group, those that have ended included.
inline constexpr int special_prices_max = 100;
inline constexpr std::size_t reason_length_max = 200; ///< code points

/// What a client pays instead of what the price book says.
enum class Effect { percent_off, fixed, free };
BOOST_DESCRIBE_ENUM(Effect, percent_off, fixed, free)

/// What a client or a group of clients pays from one day to another, whatever version of the price
/// book holds.
struct SpecialPrice {
    SpecialPriceId id;
    tenancy::ClientId client_id;     ///< zero: of a group
    std::optional<GroupId> group_id; ///< none: of a client
    std::optional<ItemId> item_id;   ///< none = everything that is sold
    Effect effect = Effect::percent_off;
    std::optional<base::Rate> percent;    ///< above 0 %, 100 % at most; of percent_off alone
    std::optional<base::UnitPrice> price; ///< before taxes, of a month when recurring; of fixed
    base::Date starts_on;
    std::optional<base::Date> ends_on; ///< last day; none = until it is taken away
    bool adds_up = false;              ///< a percentage taken off what the less specific one left
    std::string reason;
    tenancy::MembershipId made_by;
    base::Instant made_at;
    std::int64_t revision = 1;           ///< grows with each save
    std::optional<VersionId> kept_for{}; ///< whose new price he does not pay: counts
                                         ///< while it is less than everybody’s; none: by hand
};
BOOST_DESCRIBE_STRUCT(SpecialPrice, (),
                      (id, client_id, group_id, item_id, effect, percent, price, starts_on, ends_on,
                       adds_up, reason, made_by, made_at, revision, kept_for))

bool holds_on(const SpecialPrice& special, base::Date day);
/// Those that count for an item, of a client's own and of all his groups: the most specific one,
/// the client's before a group's. Of two as specific, one of this item before one of everything,
/// then the one that started last, then the one made last. One that adds up is the last of two: the
/// group's comes first. Nothing: everybody's price.
std::vector<const SpecialPrice*> specials_for(const std::vector<SpecialPrice>& specials,
                                              ItemId item, base::Date day);
/// An item at that price. A fixed one stands for the price of a month where the item is recurring,
/// and a year costs ten; a percentage is taken off each price, to the nearest cent. Never below 0.
Item at_special_price(Item item, const SpecialPrice& special);

} // namespace pricebook
