#pragma once

#include "kernel/files/files.hpp"

namespace files
{

/// Listener: writes to those who lead the business.
void write_to_owners(tenancy::WorkspaceTransaction& tx, const RoomCrossed& fact);

} // namespace files
