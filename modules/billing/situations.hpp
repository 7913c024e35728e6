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
/// stands at 0 %. Adjustments come as far as the lines do together, weighed by their amounts. Each
/// tax is taken of its sum so far; at 100 % of everything the figures are those of the whole, cent
/// for cent. Refuses "billing.refusal.progress_range" and ".progress_line" (a line the whole does
/// not count, or named twice).
Figures progressed(const Figures& whole, const std::vector<LineProgress>& done);

/// A situation invoice: progressed(now) − progressed(before), line by line, tax by tax, so that all
/// situations add up to the whole; a tax may stand two cents beside round(base × rate), which its
/// row says. Refuses "billing.refusal.progress_backwards": what was invoiced too early is credited.
Figures situation_of(const Figures& whole, const std::vector<LineProgress>& now,
                     const std::vector<LineProgress>& before);

} // namespace billing
