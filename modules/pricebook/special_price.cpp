#include "modules/pricebook/special_price.hpp"

#include <algorithm>
#include <tuple>

namespace pricebook
{
namespace
{

using base::UnitPrice;

/// Whole cents: what somebody would have typed.
std::optional<UnitPrice> less(const std::optional<UnitPrice>& price, base::Rate percent)
{
    if (!price) return {};
    constexpr auto parts_of_a_cent = base::one_whole / 100;
    const auto whole = base::hundred_percent.value;
    const auto cents = base::rounded(base::Wide{price->value} * (whole - percent.value),
                                     base::Wide{whole} * parts_of_a_cent);
    return UnitPrice{std::max<std::int64_t>(cents.value, 0) * parts_of_a_cent};
}

Item at_fixed_price(Item item, UnitPrice price)
{
    price = std::max(price, UnitPrice{});
    if (item.kind != PriceKind::recurring) {
        item.one_off_price = price;
        return item;
    }
    item.monthly_price = price;
    item.annual_price.reset();
    return item;
}

/// A price of before is paid while it is less than everybody's.
Item at_kept_price(const Item& item, UnitPrice price)
{
    auto kept = at_fixed_price(item, price);
    const auto lower = [](auto mine, const auto& everybodys) {
        return mine && everybodys ? std::min(mine, everybodys) : mine;
    };
    kept.annual_price = lower(annual_price_of(kept), annual_price_of(item));
    kept.one_off_price = lower(kept.one_off_price, item.one_off_price);
    kept.monthly_price = lower(kept.monthly_price, item.monthly_price);
    return kept;
}

enum class Holder { client, group };

const SpecialPrice* best_of(const std::vector<SpecialPrice>& specials, Holder holder, ItemId item,
                            base::Date day)
{
    const auto rank = [](const SpecialPrice& special) {
        return std::tuple{special.item_id.has_value(), special.starts_on, special.id};
    };
    const SpecialPrice* best = nullptr;
    for (const auto& special : specials) {
        if (special.group_id.has_value() != (holder == Holder::group)) continue;
        if (!holds_on(special, day) || (special.item_id && *special.item_id != item)) continue;
        if (best == nullptr || rank(*best) < rank(special)) best = &special;
    }
    return best;
}

} // namespace

bool holds_on(const SpecialPrice& special, base::Date day)
{
    return special.starts_on <= day && (!special.ends_on || day <= *special.ends_on);
}

std::vector<const SpecialPrice*> specials_for(const std::vector<SpecialPrice>& specials,
                                              ItemId item, base::Date day)
{
    const auto* own = best_of(specials, Holder::client, item, day);
    const auto* groups = best_of(specials, Holder::group, item, day);
    if (own == nullptr && groups == nullptr) return {};
    if (own == nullptr) return {groups};
    if (groups == nullptr || !own->adds_up) return {own};
    return {groups, own};
}

Item at_special_price(Item item, const SpecialPrice& special)
{
    switch (special.effect) {
    case Effect::free:
        return at_special_price(std::move(item),
                                {.effect = Effect::percent_off, .percent = base::hundred_percent});
    case Effect::fixed:
        return special.kept_for
                   ? at_kept_price(item, special.price.value_or(UnitPrice{}))
                   : at_fixed_price(std::move(item), special.price.value_or(UnitPrice{}));
    case Effect::percent_off:
        break;
    }
    const auto percent = special.percent.value_or(base::Rate{});
    const auto annual = annual_price_of(item);
    item.one_off_price = less(item.one_off_price, percent);
    item.monthly_price = less(item.monthly_price, percent);
    item.annual_price = less(annual, percent);
    return item;
}

} // namespace pricebook
