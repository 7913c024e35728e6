#include "modules/billing/deposits.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/billing/parts.hpp"

#include <algorithm>

namespace billing
{

using base::Cents;
using base::refuse_unless;

Cents deposit_amount(const Figures& whole, const Size& size)
{
    const auto* rate = std::get_if<base::Rate>(&size);
    const auto amount =
        rate != nullptr ? base::times(whole.totals.gross, *rate) : std::get<Cents>(size);
    refuse_unless(amount > Cents{} && amount <= whole.totals.gross, "billing.refusal.deposit");
    return amount;
}

std::vector<Cents> instalments(const Figures& whole, const std::vector<base::Rate>& rates)
{
    std::vector<Cents> amounts;
    base::Rate so_far;
    Cents asked;
    for (const auto rate : rates) {
        refuse_unless(rate > base::Rate{} && rate <= base::hundred_percent,
                      "billing.refusal.instalments");
        so_far.value += rate.value;
        refuse_unless(so_far <= base::hundred_percent, "billing.refusal.instalments");
        amounts.push_back(base::times(whole.totals.gross, so_far) - asked);
        asked += amounts.back();
    }
    refuse_unless(so_far == base::hundred_percent, "billing.refusal.instalments");
    return amounts;
}

Figures deposit_of(const Figures& whole, Cents amount, const std::vector<Figures>& made)
{
    const auto taken = taken_by(whole, made);
    refuse_unless(amount > Cents{} && amount <= whole.totals.gross - taken.gross,
                  "billing.refusal.deposit");

    return part_of(whole, next_share(whole, all_of(whole), taken, amount));
}

Figures balance_of(const Figures& whole, const std::vector<Figures>& deposits)
{
    const auto asked = taken_by(whole, deposits).gross;
    refuse_unless(asked <= whole.totals.gross, "billing.refusal.deposits_exceed");

    auto balance = whole;
    balance.whole = identity_of(whole);
    balance.totals.deposits = asked;
    balance.totals.due = whole.totals.gross - asked;
    return balance;
}

std::vector<TaxRow> rows_left(const Figures& whole, const std::vector<Figures>& deposits)
{
    const auto taken = taken_by(whole, deposits);
    auto rows = whole.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t treatment = 0; treatment < taken.nets.size(); ++treatment)
            if (counts(rows[i], whole.treatments[treatment])) rows[i].base -= taken.nets[treatment];
        set_tax(rows[i], rows[i].tax - taken.taxes[i]);
    }
    return rows;
}

} // namespace billing
