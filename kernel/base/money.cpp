#include "kernel/base/money.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/refusal.hpp"

namespace base
{
namespace
{

/// (10^4)² less the two decimals an amount keeps.
constexpr std::int64_t product_scale = one_whole * one_whole / 100;

Cents amount(Wide value)
{
    refuse_unless(value >= -cents_max && value <= cents_max, "base.refusal.amount_too_large");
    return {static_cast<std::int64_t>(value)};
}

} // namespace

bool is_in_range(Cents amount)
{
    return amount.value >= -cents_max && amount.value <= cents_max;
}

Cents operator+(Cents a, Cents b)
{
    return amount(Wide{a.value} + b.value);
}

Cents operator-(Cents a, Cents b)
{
    return amount(Wide{a.value} - b.value);
}

Cents operator-(Cents a)
{
    return amount(-Wide{a.value});
}

Cents& operator+=(Cents& a, Cents b)
{
    return a = a + b;
}

Cents& operator-=(Cents& a, Cents b)
{
    return a = a - b;
}

Cents sum(std::span<const Cents> amounts)
{
    Wide total = 0;
    for (const auto each : amounts)
        total += each.value;
    return amount(total);
}

Wide nearest(Wide numerator, Wide denominator)
{
    KERNEL_ASSERT(denominator != 0);
    const bool is_negative = (numerator < 0) != (denominator < 0);
    const Wide dividend = numerator < 0 ? -numerator : numerator;
    const Wide divisor = denominator < 0 ? -denominator : denominator;
    const Wide whole = dividend / divisor;
    const Wide rest = dividend % divisor;
    const Wide result = rest >= divisor - rest ? whole + 1 : whole;
    return is_negative ? -result : result;
}

Cents rounded(Wide numerator, Wide denominator)
{
    return amount(nearest(numerator, denominator));
}

Cents times(Quantity quantity, UnitPrice price)
{
    return rounded(Wide{quantity.value} * price.value, product_scale);
}

Cents times(Cents amount, Rate rate)
{
    return rounded(Wide{amount.value} * rate.value, hundred_percent.value);
}

} // namespace base
