#pragma once

#include "modules/crm/client_filter.hpp"

#include <cstdint>

/// Clients with whom nothing happens any more: no request, no exchange, no mail, no note.
namespace crm
{

/// The same search; of inactive clients when the filter asks for them.
ClientSearch narrowed_by_activity(tenancy::WorkspaceTransaction& tx, const ClientFilter& filter,
                                  ClientSearch search);
void set_inactive_after(tenancy::WorkspaceTransaction& tx, std::int64_t days);
/// Part of the night's job: when something last happened with each client, by what every module
/// adds to his timeline; the day he was added when nothing did. Nobody is inactive before it.
void note_activities(tenancy::Context& context);

} // namespace crm
