#include "modules/expenses/expense_sums.hpp"

#include <algorithm>

namespace expenses
{

Sums sums_of(const std::vector<ExpenseSum>& rows)
{
    Sums sums;
    for (const auto& row : rows) {
        const Expense alike{.gross = row.gross,
                            .tax = row.tax,
                            .first_tax = row.first_tax,
                            .second_tax = row.second_tax,
                            .owed_cost = row.owed_cost};
        sums.gross += row.gross;
        sums.net += alike.net();
        for (const auto& tax : paid_taxes(alike)) {
            const auto same = std::ranges::find(sums.taxes, tax.code, &PaidTax::code);
            if (same == sums.taxes.end())
                sums.taxes.push_back(tax);
            else
                same->amount += tax.amount;
        }
        const auto deductible = base::times(alike.cost(), row.deductible);
        sums.deductible += deductible;
        (row.category == Category::client ? sums.recovered : sums.kept) += deductible;
    }
    return sums;
}

} // namespace expenses
