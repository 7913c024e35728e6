#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/client_rating.hpp"

#include <vector>

namespace tickets
{

/// As many opinions of one client as his history counts.
inline constexpr int client_ratings_max = 1'000;

/// The newest first.
std::vector<ClientRating> ratings_of_client(tenancy::WorkspaceTransaction& tx,
                                            tenancy::ClientId client);

} // namespace tickets
