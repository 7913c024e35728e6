#pragma once

#include "modules/billing/figures.hpp"

#include <optional>
#include <vector>

namespace billing
{

/// What each treatment comes to before taxes; nothing for one that nothing counted bears.
using Nets = std::vector<std::optional<base::Cents>>;

/// Whether this row is taken of what that treatment comes to.
bool counts(const TaxRow& row, const Treatment& treatment);
/// The rows of these nets, sorted, each tax rounded once.
std::vector<TaxRow> rows_of(const std::vector<Treatment>& treatments, const Nets& nets);
/// Places the cents that rounding does not explain.
void set_tax(TaxRow& row, base::Cents tax);

/// From the counted lines and the adjustments.
Nets nets_of(const Figures& figures);
/// From the counted lines and the adjustments, as they were typed.
TypedTotals typed_totals_of(const Figures& figures);
/// From lines, adjustments and rows; deposits are kept.
Totals totals_of(const Figures& figures);

} // namespace billing
