#pragma once

#include "modules/billing/billing.hpp"
#include "modules/expenses/expense.hpp"

#include <optional>
#include <string>
#include <vector>

/// « Autoliquidation »: the supplier asks no tax, the buyer declares it. It is beside the price,
/// not within it. Pure.
///
/// Who asks TVA claims it back at once. A business in franchise (CGI art. 293 B) owes it all the
/// same for what it buys (art. 283, 2 for services of a supplier of the Union, from the first euro;
/// it asks for a number, art. 286 ter) and claims nothing back: it is a cost. Read in BOI 3 A-1-10
/// (n° 4 of 11 January 2010, § 199 and 200) and service-public.gouv.fr, F37527; to be confirmed by
/// an accountant, as the month of its CA3.
namespace expenses
{

struct OwedChoice {
    std::string code; ///< « france_tva20 »: where from, and a code of billing::tax_choices
    Origin from = Origin::france;
    base::Rate rate;
};
/// What a business of that regime may declare, the usual first; none outside France. A
/// business in franchise too.
std::vector<OwedChoice> owed_choices(billing::Regime regime);
/// Whether a business of that regime claims back what it declares.
Bearing bearing_of(billing::Regime regime);
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
