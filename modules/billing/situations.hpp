#pragma once

#include "modules/billing/figures.hpp"

#include <vector>

namespace billing
{

/// How far a line has come since the start of the work: from 0 to 100 %, all situations together.
/// There is no other representation: « this month » is what is done now less what was done before.
struct LineProgress {
    std::int64_t key = 0;
    base::Rate done;
};

/// The whole as far as it has come: each line × its percentage, rounded; a line that is not named
/// stands at 0 %. The charges of a treatment come as far as its own lines do, in rounded cents; as
/// far as all lines do where it has none, or none that costs anything. Its discounts come as far as
/// its lines and charges do. Each tax is taken of its sum so far, and is never more than the
/// whole's while that sum lies between zero and the whole's; at 100 % of everything the figures are
/// those of the whole, cent for cent. Refuses "billing.refusal.progress_range" and ".progress_line"
/// (a line the whole does not count, or named twice).
Figures progressed(const Figures& whole, const std::vector<LineProgress>& done);

/// A situation invoice: progressed(now) less what the situations `made` asked (but those that were
/// credited whole), line by line, tax by tax, so that all situations add up to the whole; a tax may
/// stand two cents beside round(base × rate), which its row says. No row is below zero when no line
/// of the whole is. Refuses "billing.refusal.progress_backwards": what was invoiced too early is
/// credited; ".negative_total": what is given back comes with the work it is taken of; and
/// ".other_document".
Figures situation_of(const Figures& whole, const std::vector<LineProgress>& now,
                     const std::vector<Figures>& made);

} // namespace billing
