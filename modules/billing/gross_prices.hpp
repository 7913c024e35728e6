#pragma once

#include "modules/billing/figures.hpp"

namespace billing
{

/// Turns lines and adjustments that hold their taxes into net ones and writes the rows, so that
/// each treatment still comes to what was typed. How cents are placed is said in figures.hpp.
void take_taxes_out(Figures& figures);

/// What a price before taxes is with them, to the nearest cent: what somebody who types prices with
/// their taxes would have typed. Refuses "base.refusal.amount_too_large".
base::UnitPrice with_taxes(base::UnitPrice net, const Treatment& treatment);

} // namespace billing
