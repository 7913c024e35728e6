#pragma once

#include "modules/privacy/retention_store.hpp"

#include <string>

namespace privacy
{

/// Says for how long from now on; a notice that was made stays as it was announced.
void save_periods(tenancy::WorkspaceTransaction& tx, const Periods& periods);

/// Keeps everything of that client, for a reason that others read; again changes the reason. Throws
/// base::NotFound.
void place_hold(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                const std::string& reason);
/// Throws base::NotFound when there is none.
void lift_hold(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

} // namespace privacy
