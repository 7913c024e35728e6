#pragma once

#include "modules/crm/crm.hpp"

namespace quotes
{

/// Quotes follow a client whose record is merged into another.
crm::ClientRows quote_rows();

} // namespace quotes
