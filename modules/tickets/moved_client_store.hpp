#pragma once

#include "modules/crm/crm.hpp"

namespace tickets
{

/// The tickets of a client when two records are made one; their words are indexed again, for the
/// readers they have now.
crm::ClientRows ticket_rows();
/// Tickets of others that are open to him: by ticket.
crm::ClientRows guest_rows();

} // namespace tickets
