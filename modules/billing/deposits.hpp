#pragma once

#include "modules/billing/figures.hpp"

#include <vector>

namespace billing
{

/// What a deposit comes to, taxes included: an amount, or a percentage of the whole rounded to the
/// cent. Refuses "billing.refusal.deposit" unless 0 < deposit ≤ the whole.
base::Cents deposit_amount(const Figures& whole, const Size& size);

/// Instalments of a whole in these percentages: each is what is asked so far less what was asked
/// before, so they add up to the whole. Refuses "billing.refusal.instalments" unless each is above
/// 0 and they make 100 %.
std::vector<base::Cents> instalments(const Figures& whole, const std::vector<base::Rate>& rates);

/// The figures of a deposit invoice that asks `amount`, taxes included, when the deposit invoices
/// `made` were issued (but those that were credited whole): one line for each treatment, its taxes
/// so that all deposits together have the proportion of the whole. Refuses
/// "billing.refusal.deposit" below a cent or beyond what is left, ".mixed_signs" for a whole with a
/// tax or a treatment below zero, ".other_document".
Figures deposit_of(const Figures& whole, base::Cents amount, const std::vector<Figures>& made);

/// The balance invoice: the figures of the whole, less what the deposits asked (but those that were
/// credited whole), with the rest in Totals::due. Refuses "billing.refusal.deposits_exceed" and
/// ".other_document".
Figures balance_of(const Figures& whole, const std::vector<Figures>& deposits);

/// What was issued of a whole that is invoiced by situations.
struct Issued {
    std::vector<Figures> deposits;
    std::vector<Figures> situations; ///< with what each recovered
};
/// What the deposits asked, taxes included, and no situation took off yet.
base::Cents left_to_recover(const Figures& whole, const Issued& issued);
/// A situation (situations.hpp) that takes `amount` of the deposits off what is due, at most its
/// gross: in the proportion of the deposits, so that a tax whose work has not begun may have less
/// than nothing left in rows_left(). Refuses "billing.refusal.deposits_exceed" and
/// ".other_document".
Figures recovered(const Figures& whole, const Figures& situation, const Issued& issued,
                  base::Cents amount);

/// Each row less what deposits asked of it: what an invoice adds to the books, where the taxes of
/// the deposits already are. Rows of the deposits and these add up to those of the whole.
std::vector<TaxRow> rows_left(const Figures& invoice);

} // namespace billing
