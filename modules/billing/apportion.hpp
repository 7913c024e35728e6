#pragma once

#include "kernel/base/money.hpp"

#include <vector>

namespace billing
{

/// Shares `total` by `weights`, to the cent: the parts add up to it. Webster's method: each part is
/// rounded to the nearest, and what the sum then lacks goes where it is nearest to the next cent,
/// the first place winning a tie. When the total grows no part shrinks, so the parts of what was
/// asked so far may be taken from the parts of what is asked now. Weights are 0 or more, at least
/// one above; the total is 0 or more.
std::vector<base::Cents> apportion(base::Cents total, const std::vector<base::Cents>& weights);

} // namespace billing
