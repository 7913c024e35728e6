#include "modules/pricebook/special_price.hpp"

#include <doctest.h>

using namespace pricebook;
using base::UnitPrice;

namespace
{

base::Date day(std::string_view text)
{
    return *base::Date::parse(text);
}

SpecialPrice ten_percent(std::int64_t id)
{
    return {
        .id = SpecialPriceId{id}, .percent = base::Rate{100'000}, .starts_on = day("2026-11-01")};
}

/// The id of the one that counts alone.
SpecialPriceId only(const std::vector<SpecialPrice>& specials, ItemId item, std::string_view on)
{
    const auto found = specials_for(specials, item, day(on));
    REQUIRE(found.size() == 1);
    return found.front()->id;
}

const Item hour{.id = ItemId{7}, .kind = PriceKind::hourly, .one_off_price = UnitPrice{580'000}};

} // namespace

TEST_CASE("a special price of the item counts before one of everything, the last one before others")
{
    auto of_all = ten_percent(1); // PRB-004
    auto of_item = ten_percent(2);
    of_item.item_id = hour.id;
    auto later = ten_percent(3);
    later.starts_on = day("2026-11-15");
    CHECK(only({of_all, of_item, later}, hour.id, "2026-11-20") == of_item.id);
    CHECK(only({of_all, of_item, later}, ItemId{8}, "2026-11-20") == later.id);
    CHECK(only({of_all, later}, ItemId{8}, "2026-11-14") == of_all.id);
    CHECK(specials_for({of_all}, ItemId{8}, day("2026-10-31")).empty());
    of_all.ends_on = day("2026-11-19");
    CHECK(only({of_all}, ItemId{8}, "2026-11-19") == of_all.id);
    CHECK(specials_for({of_all}, ItemId{8}, day("2026-11-20")).empty());
}

TEST_CASE("a price of the client counts before one of his group, and adds up only where it says so")
{
    auto own = ten_percent(1); // PRB-004
    auto of_group = ten_percent(2);
    of_group.group_id = GroupId{5};
    of_group.item_id = hour.id;
    of_group.percent = base::Rate{200'000};
    CHECK(only({own, of_group}, hour.id, "2026-11-20") == own.id);
    CHECK(only({of_group}, hour.id, "2026-11-20") == of_group.id);
    own.adds_up = true;
    const auto both = specials_for({own, of_group}, hour.id, day("2026-11-20"));
    REQUIRE(both.size() == 2);
    auto item = hour;
    for (const auto* special : both)
        item = at_special_price(item, *special);
    CHECK(item.one_off_price == UnitPrice{417'600}); // 58 less 20 %, less 10 %
}

TEST_CASE("what would be below nothing is nothing")
{
    const auto paid = at_special_price(hour, {.effect = Effect::fixed, .price = UnitPrice{-1}});
    CHECK(paid.one_off_price == UnitPrice{}); // PRB-004
}

TEST_CASE("a percentage, a fixed price or nothing stands for what the price book says")
{
    const auto less = at_special_price(hour, ten_percent(1)); // PRB-004
    CHECK(less.one_off_price == UnitPrice{522'000});
    const auto fixed =
        at_special_price(hour, {.effect = Effect::fixed, .price = UnitPrice{450'000}});
    CHECK(fixed.one_off_price == UnitPrice{450'000});
    CHECK(at_special_price(hour, {.effect = Effect::free}).one_off_price == UnitPrice{});
    CHECK_FALSE(less.monthly_price.has_value());
}

TEST_CASE("what is paid by the month is less by the year too")
{
    const Item rent{.kind = PriceKind::recurring, .monthly_price = UnitPrice{250'000}};
    const auto less = at_special_price(rent, ten_percent(1));
    CHECK(less.monthly_price == UnitPrice{225'000});
    CHECK(annual_price_of(less) == UnitPrice{2'250'000});
    auto typed = rent;
    typed.annual_price = UnitPrice{2'400'000};
    CHECK(annual_price_of(at_special_price(typed, ten_percent(1))) == UnitPrice{2'160'000});
    const auto fixed =
        at_special_price(typed, {.effect = Effect::fixed, .price = UnitPrice{200'000}});
    CHECK(annual_price_of(fixed) == UnitPrice{2'000'000});
}

TEST_CASE(
    "a price of before is paid while it is less than everybody's, by the month and by the year")
{ // PRB-003
    const SpecialPrice kept{.effect = Effect::fixed,
                            .price = UnitPrice{500'000},
                            .starts_on = day("2026-11-01"),
                            .kept_for = VersionId{3}};
    const auto paid = [&](std::int64_t month, std::optional<UnitPrice> year = {}) {
        return at_special_price(
            {.kind = PriceKind::recurring, .monthly_price = UnitPrice{month}, .annual_price = year},
            kept);
    };
    CHECK(paid(600'000).monthly_price == UnitPrice{500'000});
    CHECK(paid(450'000).monthly_price == UnitPrice{450'000});
    CHECK(annual_price_of(paid(600'000)) == UnitPrice{5'000'000});
    CHECK(annual_price_of(paid(600'000, UnitPrice{4'000'000})) == UnitPrice{4'000'000});
    CHECK(at_special_price(hour, kept).one_off_price == UnitPrice{500'000});
    CHECK(at_special_price({.kind = PriceKind::hourly, .one_off_price = UnitPrice{400'000}}, kept)
              .one_off_price == UnitPrice{400'000});
}
