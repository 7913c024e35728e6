#pragma once

#include "modules/billing/billing.hpp"
#include "modules/expenses/expense.hpp"

#include <optional>
#include <string>
#include <vector>

/// « Autoliquidation »: the supplier asks no tax, the buyer declares it and claims it back. It is
/// beside the price, not within it. Pure.
namespace expenses
{

struct OwedChoice {
    std::string code; ///< « france_tva20 »: where from, and a code of billing::tax_choices
    Origin from = Origin::france;
    base::Rate rate;
};
/// What a business of that regime may declare, the usual first; none outside France.
std::vector<OwedChoice> owed_choices(billing::Regime regime);
/// « France, 20 % ».
std::string owed_words(const OwedChoice& choice);

/// Of what was spent, to the cent, as it counts; none where nothing is declared.
std::optional<OwedTax> owed_tax(const Expense& expense);
/// Of a received invoice without tax: a category (UNTDID 5305: « AE », « K ») and whose it is.
struct Untaxed {
    std::string_view category;
    std::string_view vat_number; ///< of the supplier, or empty
};
/// What it asks to declare at first, at the usual rate, which it does not say; empty: nothing.
/// Goods of the Union are « K », services of a supplier there « AE » like work done in France.
std::string owed_code(const Untaxed& purchase, billing::Regime regime);

} // namespace expenses
