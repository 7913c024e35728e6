#pragma once

#include "modules/billing/tax_rows.hpp"

#include <map>
#include <vector>

namespace billing
{

/// A part of a counted document (a deposit, a situation, a credit note) is figures of its own over
/// the treatments of the whole. What several parts took is added here, to say what is left.
struct Taken {
    std::vector<base::Cents> nets;             ///< by treatment of the whole
    std::vector<base::Cents> taxes;            ///< by row of the whole
    std::map<std::int64_t, base::Cents> lines; ///< by key, those that name a line of the whole
    std::vector<base::Cents> adjustments;      ///< by adjustment of the whole
    base::Cents gross;
};

/// Refuses "billing.refusal.other_document" for a part of other figures than these.
Taken taken_by(const Figures& whole, const std::vector<Figures>& parts);
Taken nothing_of(const Figures& whole);
/// What the whole itself holds.
Taken all_of(const Figures& whole);
/// What deposits asked before and these parts take off, by treatment and row of the whole.
Taken deposits_in(const Figures& whole, const std::vector<Figures>& parts);
/// `invoice`, a part of the whole, with these deposits taken off what is due.
Figures less_deposits(Figures invoice, const Figures& whole, const Taken& deposits);
/// What an invoice itself asks: what it holds less its deposits.
Taken asked_by(const Figures& invoice);
/// One line that says an amount: one piece at that price, or one given back.
LineFigures lump(std::int64_t key, std::size_t treatment, base::Cents net);
/// Figures of these lines and adjustments, with these taxes by row of the whole.
Figures part_of(const Figures& whole, std::vector<LineFigures> lines,
                std::vector<AdjustmentFigures> adjustments, const std::vector<base::Cents>& taxes);
/// One lump for each treatment.
Figures part_of(const Figures& whole, const Taken& taken);

/// Whether nothing of it is below zero.
bool is_shareable(const Taken& available);
/// The part of `available` (what the whole holds, or has left) that comes to `gross`, taxes
/// included: shared between families of treatments that have a tax in common, then between the nets
/// and the taxes of each (apportion.hpp). 0 ≤ gross ≤ what is available. Refuses
/// "billing.refusal.mixed_signs" where something is below zero: there is no fair share of that.
Taken share_of(const Figures& whole, const Taken& available, base::Cents gross);
/// What comes after `taken` to make `gross` more of `available`: the share of both together less
/// what was taken, so that parts stand as near to their proportion as cents allow. Where that would
/// take a cent back (`taken` was counted otherwise), the share of what is left.
Taken next_share(const Figures& whole, const Taken& available, const Taken& taken,
                 base::Cents gross);
/// What `taken` leaves of `available`.
Taken left_of(const Taken& available, const Taken& taken);

} // namespace billing
