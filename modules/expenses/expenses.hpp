#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of expenses: what a business spent, with the taxes it may claim back and the proof.
///
/// An expense is never deleted: one written by mistake is cancelled. Facts for accounts are in
/// events.hpp.
namespace expenses
{

void describe(kernel::Module& module);

/// What a client still has to pay back.
struct Recoverable {
    ExpenseId id;
    std::string number; ///< « DEP-2026-00042 »
    base::Date spent_on;
    std::string description;
    base::Cents net; ///< what is put on his invoice, before its own taxes
    base::Cents gross;
    std::string tax; ///< code of billing::tax_choices; may be empty
};
inline constexpr int recoverable_max = 200;
/// The first day first, at most recoverable_max; nothing for an actor without « expenses.read », or
/// where the module is off.
std::vector<Recoverable> recoverable(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

/// Codes and names of what money is spent on, in the order of the forms; retired ones too.
std::vector<std::pair<std::string, std::string>> type_names(tenancy::WorkspaceTransaction& tx);

/// What was spent on one thing, for reports.
struct Total {
    std::string type_name;
    Category category = Category::supplier;
    base::Rate deductible;
    std::int64_t count = 0;
    base::Cents gross;
    base::Cents net;
    std::vector<PaidTax> taxes;
    base::Cents owed_cost; ///< declared by a business that claims no tax back: borne beside `net`

    base::Cents deductible_amount() const { return base::times(net + owed_cost, deductible); }
};
/// Of the days from `first` to `last`, both included, by type; what is cancelled or not yet checked
/// is left out.
std::vector<Total> totals(tenancy::WorkspaceTransaction& tx, base::Date first, base::Date last);

} // namespace expenses
