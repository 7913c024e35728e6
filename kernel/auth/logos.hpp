#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>

namespace auth
{

/// The file that is the workspace's logo, as its row said when it was last read; 0 = none. Any
/// thread.
std::int64_t logo_of(tenancy::WorkspaceId workspace);

/// As its row says now: for who changes it.
std::int64_t logo_now(tenancy::WorkspaceTransaction& tx);

/// Every member's pages follow (settings_version).
void change_logo(tenancy::WorkspaceTransaction& tx, std::int64_t file);

/// What the row of a workspace says whenever it is read.
void keep_logo(tenancy::WorkspaceId workspace, std::int64_t file);

} // namespace auth
