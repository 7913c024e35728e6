#include "modules/pricebook/special_price.hpp"

#include <doctest.h>

#include <random>

// PRB-004: what somebody pays, against a second arithmetic that knows nothing of the first.
using namespace pricebook;

namespace
{

using Random = std::mt19937;

int below(Random& random, int limit)
{
    return static_cast<int>(random() % static_cast<unsigned>(limit));
}

base::Date day_of_november(int day)
{
    return base::Date{std::chrono::year{2026} / 11 / day};
}

SpecialPrice any_price(Random& random, int id)
{
    SpecialPrice price{.id = SpecialPriceId{id}, .client_id = {}, .starts_on = day_of_november(1)};
    if (below(random, 2) == 0)
        price.group_id = GroupId{1 + below(random, 2)};
    else
        price.client_id = tenancy::ClientId{4};
    if (below(random, 2) == 0) price.item_id = ItemId{1 + below(random, 2)};
    price.starts_on = day_of_november(1 + below(random, 10));
    if (below(random, 3) == 0) price.ends_on = day_of_november(11 + below(random, 10));
    price.effect = static_cast<Effect>(below(random, 3));
    if (price.effect == Effect::percent_off) {
        price.percent = base::Rate{10'000 * (1 + below(random, 100))};
        price.adds_up = below(random, 2) == 0;
    }
    if (price.effect == Effect::fixed) price.price = base::UnitPrice{100 * below(random, 90'000)};
    return price;
}

bool applies(const SpecialPrice& one, ItemId item, base::Date today)
{
    if (one.item_id && *one.item_id != item) return false;
    if (today < one.starts_on) return false;
    return !one.ends_on || today <= *one.ends_on;
}

/// Whether `a` is to be kept rather than `b`, of one holder.
bool is_stronger(const SpecialPrice& a, const SpecialPrice& b)
{
    if (a.item_id.has_value() != b.item_id.has_value()) return a.item_id.has_value();
    if (a.starts_on != b.starts_on) return b.starts_on < a.starts_on;
    return b.id < a.id;
}

/// In cents; half a cent goes up.
std::int64_t cents_after(std::int64_t cents, const SpecialPrice& one)
{
    if (one.effect == Effect::free) return 0;
    if (one.effect == Effect::fixed) return one.price->value / 100;
    const auto hundredths = cents * (100 - one.percent->value / 10'000);
    return (hundredths + 50) / 100;
}

std::int64_t expected(const std::vector<SpecialPrice>& all, ItemId item, base::Date today,
                      std::int64_t cents)
{
    std::optional<SpecialPrice> own;
    std::optional<SpecialPrice> shared;
    for (const auto& one : all) {
        if (!applies(one, item, today)) continue;
        auto& kept = one.client_id ? own : shared;
        if (!kept || is_stronger(one, *kept)) kept = one;
    }
    if (own && own->adds_up && shared) return cents_after(cents_after(cents, *shared), *own);
    if (own) return cents_after(cents, *own);
    return shared ? cents_after(cents, *shared) : cents;
}

std::int64_t paid(const std::vector<SpecialPrice>& all, Item item, base::Date today)
{
    for (const auto* special : specials_for(all, item.id, today))
        item = at_special_price(item, *special);
    REQUIRE(item.one_off_price->value % 100 == 0);
    return item.one_off_price->value / 100;
}

} // namespace

TEST_CASE(
    "whatever prices there are, one pays what the most specific says, and never below nothing")
{
    Random random{20261126};
    for (int round = 0; round < 3'000; ++round) {
        std::vector<SpecialPrice> all;
        for (int i = below(random, 7); i > 0; --i)
            all.push_back(any_price(random, i));
        const auto cents = std::int64_t{below(random, 1'000'000)};
        const auto today = day_of_november(1 + below(random, 25));
        const Item item{.id = ItemId{1 + below(random, 2)},
                        .one_off_price = base::UnitPrice{cents * 100}};
        const auto price = paid(all, item, today);
        REQUIRE(price == expected(all, item.id, today, cents));
        REQUIRE(price >= 0);
    }
}
