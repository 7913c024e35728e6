#include "modules/billing/deposits.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/billing/parts.hpp"

#include <utility>

namespace billing
{

using base::Cents;
using base::refuse_unless;

namespace
{

/// Of situations of this whole and no other.
Taken recovered_by(const Figures& whole, const std::vector<Figures>& situations)
{
    taken_by(whole, situations);
    return deposits_in(whole, situations);
}

} // namespace

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
    const auto asked = taken_by(whole, deposits);
    refuse_unless(asked.gross <= whole.totals.gross, "billing.refusal.deposits_exceed");

    auto balance = whole;
    balance.whole = identity_of(whole);
    return less_deposits(std::move(balance), whole, asked);
}

Cents left_to_recover(const Figures& whole, const Issued& issued)
{
    return taken_by(whole, issued.deposits).gross - recovered_by(whole, issued.situations).gross;
}

Figures recovered(const Figures& whole, const Figures& situation, const Issued& issued,
                  Cents amount)
{
    const auto asked = taken_by(whole, issued.deposits);
    const auto before = recovered_by(whole, issued.situations);
    refuse_unless(situation.whole == identity_of(whole), "billing.refusal.other_document");
    refuse_unless(amount >= Cents{} && amount <= situation.totals.gross &&
                      amount <= asked.gross - before.gross,
                  "billing.refusal.deposits_exceed");

    return less_deposits(situation, whole, next_share(whole, asked, before, amount));
}

std::vector<TaxRow> rows_left(const Figures& invoice)
{
    auto rows = invoice.rows;
    for (auto& row : rows) {
        row.base -= std::exchange(row.deposit_base, {});
        set_tax(row, row.tax - std::exchange(row.deposit_tax, {}));
    }
    return rows;
}

} // namespace billing
