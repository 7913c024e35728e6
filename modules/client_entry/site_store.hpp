#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>
#include <vector>

namespace client_entry
{

/// In alphabetical order.
std::vector<std::string> sites(tenancy::WorkspaceTransaction& tx);
/// Instead of those that were there.
void replace_sites(tenancy::WorkspaceTransaction& tx, const std::vector<std::string>& origins);

} // namespace client_entry
