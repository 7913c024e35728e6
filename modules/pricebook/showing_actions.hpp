#pragma once

#include "modules/pricebook/showing_store.hpp"

namespace pricebook
{

/// One entry of the journal; none when nothing changes.
void save_showing(tenancy::WorkspaceTransaction& tx, Showing showing);

/// Whether who acts reads the prices of that client, who is his own: where they are shown, with the
/// right, and not for a part of its affairs only.
bool reads_own_prices(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

} // namespace pricebook
