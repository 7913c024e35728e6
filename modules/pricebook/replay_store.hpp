#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/replayed.hpp"
#include "modules/pricebook/version.hpp"

namespace pricebook
{

/// The prices of that version, and the special prices there are now, each of the days it names and
/// from the day it was written on.
ReplayedPrices replayed_prices(tenancy::WorkspaceTransaction& tx, VersionId version);
inline constexpr int replayed_specials_max = 10'000;
inline constexpr int replayed_places_max = 50'000; ///< clients in groups

} // namespace pricebook
