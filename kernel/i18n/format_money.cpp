#include "kernel/i18n/format_money.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/typography.hpp"

#include <algorithm>

namespace i18n
{
namespace
{

constexpr std::size_t decimals_shown_min = 2;

std::string with_sign(const std::string& figure, base::Currency currency)
{
    return figure + no_break_space + (currency == base::Currency::EUR ? "€" : "$");
}

/// decimal() drops zeros; a price keeps two places.
std::string price(std::int64_t scaled, int decimals)
{
    auto text = decimal(scaled, decimals);
    const auto comma = text.find(',');
    if (comma == std::string::npos) return text + ",00";
    const auto places = text.size() - comma - 1;
    text.append(decimals_shown_min - std::min(places, decimals_shown_min), '0');
    return text;
}

} // namespace

std::string money(base::Cents amount, base::Currency currency)
{
    return with_sign(price(amount.value, 2), currency);
}

std::string unit_price(base::UnitPrice unit_price, base::Currency currency)
{
    return with_sign(price(unit_price.value, base::decimal_places), currency);
}

std::string quantity(base::Quantity quantity)
{
    return decimal(quantity.value, base::decimal_places);
}

std::string rate(base::Rate rate)
{
    return percent(rate.value, base::decimal_places);
}

} // namespace i18n
