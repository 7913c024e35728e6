#pragma once

#include "modules/billing/figures.hpp"

#include <optional>
#include <vector>

namespace billing
{

/// What one piece of a line costs the business. Kept apart: no figure, no paper and no page of a
/// client holds it.
struct LineCost {
    std::int64_t key = 0;
    base::UnitPrice cost; ///< 0 or more
};
struct Margin {
    base::Cents net;    ///< of the document, adjustments included
    base::Cents cost;   ///< Σ quantity × cost of the counted lines that have one, each rounded
    base::Cents margin; ///< net − cost; below zero when work is sold at a loss
    std::optional<base::Rate>
        rate; ///< margin / net; nothing of a net of 0, or beyond what a Rate holds
};

/// Costs of lines that are not counted are left out. Refuses "billing.refusal.price".
Margin margin_of(const Figures& figures, const std::vector<LineCost>& costs);

} // namespace billing
