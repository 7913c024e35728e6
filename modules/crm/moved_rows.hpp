#pragma once

#include "modules/crm/crm.hpp"

#include <vector>

namespace crm
{

/// What a merge moves: crm's own rows, then those that modules declared with move_with.
const std::vector<ClientRows>& moved_rows();

} // namespace crm
