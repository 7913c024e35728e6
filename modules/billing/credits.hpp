#pragma once

#include "modules/billing/figures.hpp"

#include <map>
#include <vector>

namespace billing
{

/// A credit note's figures are positive, as an e-invoice of type 381 writes them; the books count
/// them against the invoice. All credit notes of an invoice together never take more than it asked
/// itself (what its deposits asked is credited on their invoices), line by line, treatment by
/// treatment, tax by tax, and the one that takes the rest leaves nothing. `made` are the figures of
/// those that exist.
struct LineCredit {
    std::int64_t key = 0;
    base::Cents net; ///< between 0 and what the line has left, with its sign; not 0
};

/// What each counted line has left, by key, before taxes: its share of what its treatment comes to
/// with the adjustments of the document and without its deposits, to the cent (apportion.hpp), less
/// what credit notes of lines took. Refuses "billing.refusal.mixed_signs" where an adjustment meets
/// a line below zero: there is no fair share of that.
std::map<std::int64_t, base::Cents> lines_left_to_credit(const Figures& invoice,
                                                         const std::vector<Figures>& made);

/// Everything that is left: of an untouched invoice without deposits its very figures, but for
/// Figures::whole, else one line for each treatment. Refuses "billing.refusal.nothing_to_credit".
Figures credit_rest(const Figures& invoice, const std::vector<Figures>& made);

/// Some lines, by amount before taxes. Each tax is what the credit notes so far come to, less what
/// they took before; every line for all it has is the invoice. Refuses
/// "billing.refusal.credit_line" (a line the invoice does not have or named twice), ".credit_range"
/// beyond what the line (above) or its treatment has left, ".mixed_signs" as above and below.
Figures credit_lines(const Figures& invoice, const std::vector<Figures>& made,
                     const std::vector<LineCredit>& lines);

/// An amount with its taxes (a refund), in the proportion of what is left. Refuses
/// "billing.refusal.credit_range" below a cent or beyond what is left, ".mixed_signs" where a
/// treatment stands below zero: such an invoice is credited whole.
Figures credit_amount(const Figures& invoice, const std::vector<Figures>& made, base::Cents gross);

/// What is left to credit, taxes included.
base::Cents left_to_credit(const Figures& invoice, const std::vector<Figures>& made);

} // namespace billing
