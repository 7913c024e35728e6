#pragma once

#include "modules/expenses/expense.hpp"

#include <vector>

/// What an accepted invoice of a supplier becomes. Pure.
namespace expenses
{

using SuppliedId = base::Id<struct SuppliedTag>; ///< einvoicing’s own number of it

/// What its supplier says, and nothing was counted again.
struct SuppliedTax {
    std::string category; ///< UNTDID 5305: « S », « AE »…
    std::string rate;     ///< percent: « 20 », « 5.5 »; may be empty
    base::Cents base;
    base::Cents tax;
};
struct Supplied {
    std::string supplier;
    std::string vat_number{}; ///< of the supplier, or empty
    std::string number;
    bool is_credit_note = false;
    base::Date issued_on;
    std::string currency; ///< ISO 4217
    base::Cents gross;
    std::vector<SuppliedTax> taxes;
};

/// One expense for each rate it has, as its supplier counted it; only one, without a tax to claim
/// back, where his rates are not ours or do not add up to what he asks. To be checked, not paid,
/// dated `today` at the latest. A credit note takes back; what the buyer declares himself begins
/// with the usual rate. None of nothing, or in another currency.
struct SuppliedBooks {
    billing::Regime regime = billing::Regime::france;
    std::string currency; ///< ISO 4217
    base::Date today;
    std::string type; ///< code of the type they begin with
};
std::vector<Expense> expenses_of(const Supplied& invoice, const SuppliedBooks& books);

} // namespace expenses
