#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>
#include <vector>

namespace client_entry
{

/// From now on these may show the button, and no other.
void choose_sites(tenancy::WorkspaceTransaction& tx, const std::vector<std::string>& origins);

} // namespace client_entry
