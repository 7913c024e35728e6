#include "kernel/base/money.hpp"
#include "kernel/base/refusal.hpp"

#include <doctest.h>

#include <array>
#include <limits>

using base::Cents;
using base::Quantity;
using base::Rate;
using base::UnitPrice;

TEST_CASE("a half cent goes away from zero, on both sides")
{
    CHECK(base::rounded(5, 10) == Cents{1});
    CHECK(base::rounded(-5, 10) == Cents{-1});
    CHECK(base::rounded(5, -10) == Cents{-1});
    CHECK(base::rounded(49, 100) == Cents{0});
    CHECK(base::rounded(-149, 100) == Cents{-1});
    CHECK(base::rounded(150, 100) == Cents{2});
    CHECK(base::nearest(7, 3) == 2);
    CHECK(base::nearest(0, 3) == 0);
}

TEST_CASE("a price of four decimals times a quantity of four decimals is rounded once")
{
    CHECK(base::times(Quantity{240'000}, UnitPrice{6'500}) == Cents{1560});  // 24 km at 0,65 $
    CHECK(base::times(Quantity{15'000}, UnitPrice{600'000}) == Cents{9000}); // 1 h 30 at 60 $
    CHECK(base::times(Quantity{15'000}, UnitPrice{33'333}) == Cents{500}); // 1,5 × 3,3333 = 4,99995
    CHECK(base::times(Quantity{-10'000}, UnitPrice{50}) == Cents{-1});     // −0,005
}

TEST_CASE("TPS and TVQ are each taken of the price before taxes") // PLT-043
{
    CHECK(base::times(Cents{120'258}, Rate{50'000}) == Cents{6013});
    CHECK(base::times(Cents{120'258}, Rate{99'750}) == Cents{11'996});
    CHECK(base::times(Cents{10'560}, Rate{50'000}) == Cents{528});
    CHECK(base::times(Cents{10'560}, Rate{99'750}) == Cents{1053});
}

TEST_CASE("an amount too large to count is refused and never wraps")
{
    const Cents most{base::cents_max};

    CHECK(most - Cents{1} + Cents{1} == most);
    CHECK_THROWS_AS(most + Cents{1}, base::Refusal);
    CHECK_THROWS_AS(-most - Cents{1}, base::Refusal);
    CHECK_THROWS_AS(-Cents{std::numeric_limits<std::int64_t>::min()}, base::Refusal);
    CHECK_THROWS_AS(base::times(Quantity{base::decimal_max}, UnitPrice{base::decimal_max}),
                    base::Refusal);
    CHECK_THROWS_AS(base::times(most, Rate{1'000'001}), base::Refusal);
    CHECK(base::times(most, base::hundred_percent) == most);
}

TEST_CASE("a sum is judged at its end: what goes over on the way may come back")
{
    const std::array amounts{Cents{base::cents_max}, Cents{base::cents_max},
                             Cents{-base::cents_max}};
    CHECK(base::sum(amounts) == Cents{base::cents_max});
}

TEST_CASE("a number from outside is in its range or it is not")
{
    CHECK(base::is_in_range(Cents{-base::cents_max}));
    CHECK_FALSE(base::is_in_range(Cents{base::cents_max + 1}));
    CHECK(base::is_in_range(Rate{base::decimal_max}));
    CHECK_FALSE(base::is_in_range(Quantity{-base::decimal_max - 1}));
}
