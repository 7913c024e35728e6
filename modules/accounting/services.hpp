#pragma once

#include "modules/accounting/accounting.hpp"

namespace accounting
{

/// As use_services() was told.
const ServiceOptions& services();

} // namespace accounting
