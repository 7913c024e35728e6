#pragma once

#include "kernel/base/money.hpp"

#include <string>

/// How French pages write money, in France and in Québec alike: comma, narrow no-break space
/// between thousands, the sign after a no-break space. Below zero: a real minus sign.
namespace i18n
{

/// "1 234,56 €", "12,50 $", "−0,05 €".
std::string money(base::Cents amount, base::Currency currency);
/// At least two decimals, up to four: "0,65 $", "0,1234 €".
std::string unit_price(base::UnitPrice price, base::Currency currency);
/// Without useless zeros: "1,5", "12".
std::string quantity(base::Quantity quantity);
/// "20 %", "9,975 %".
std::string rate(base::Rate rate);

} // namespace i18n
