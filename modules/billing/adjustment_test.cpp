#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

const Treatment tva20 = find_tax_choice("tva20")->treatment;
const Treatment tva10 = find_tax_choice("tva10")->treatment;

Line line(std::int64_t key, std::int64_t cents, const Treatment& treatment)
{
    return {.key = key,
            .quantity = base::Quantity{base::one_whole},
            .unit_price = base::UnitPrice{cents * 100},
            .treatment = treatment};
}

const std::vector<Line> three{line(1, 10'000, tva20), line(2, 5'000, tva20), line(3, 3'000, tva10)};

Figures counted(std::vector<Adjustment> adjustments, Prices prices = Prices::net)
{
    return figures_of({.prices = prices, .lines = three, .adjustments = std::move(adjustments)});
}

} // namespace

TEST_CASE("a discount of some lines is taken of those alone, tax by tax")
{ // PRB-050
    const auto tenth = counted({{.size = base::Rate{100'000}, .treatment = {}, .lines = {2, 3}}});
    CHECK(tenth.totals.discounts == Cents{800});
    REQUIRE(tenth.adjustments.size() == 2);
    CHECK(tenth.adjustments[0].net + tenth.adjustments[1].net == Cents{800});
    const auto one = counted({{.size = base::Rate{100'000}, .treatment = {}, .lines = {3}}});
    REQUIRE(one.adjustments.size() == 1);
    CHECK(one.adjustments.front().net == Cents{300});
    CHECK(counted({{.size = base::Rate{100'000},
                    .treatment = {},
                    .lines = {9},
                    .excess = Excess::dropped}})
              .totals.net == Cents{18'000});
}

TEST_CASE("what is more than the lines is dropped where it may be, refused where it may not")
{ // PRB-004
    const Adjustment large{.size = Cents{9'000}, .treatment = {}, .lines = {2, 3}};
    CHECK(refusal_of([&] { counted({large}); }) == "billing.refusal.adjustment");
    auto dropped = large;
    dropped.excess = Excess::dropped;
    CHECK(counted({dropped}).totals.discounts == Cents{8'000});
    dropped.lines.clear();
    dropped.size = Cents{1'000'000};
    CHECK(counted({dropped}).totals.net == Cents{});
    CHECK(counted({dropped}, Prices::gross).totals.gross == Cents{});
}

TEST_CASE("a discount that others left nothing of takes nothing more")
{ // PRB-004
    const Adjustment all{.size = base::hundred_percent, .treatment = {}};
    const Adjustment code{
        .size = base::Rate{100'000}, .treatment = {}, .lines = {}, .excess = Excess::dropped};
    CHECK(counted({all, code}).totals.net == Cents{});
    CHECK(counted({all, code}).totals.discounts == Cents{18'000});
    const Adjustment most{.size = base::Rate{950'000}, .treatment = {}};
    CHECK(counted({most, code}).totals.net == Cents{});
}
