#pragma once

#include "modules/crm/crm.hpp"

namespace progress
{

/// Sheets follow a client whose two records are made one.
crm::ClientRows sheet_rows();

} // namespace progress
