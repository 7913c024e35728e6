#pragma once

#include "modules/payments/payments.hpp"

namespace payments
{

/// As use_providers() was told.
const ProviderOptions& options();

} // namespace payments
