#pragma once

#include "modules/crm/crm.hpp"

namespace crm
{

/// crm's own rows that name a client: contacts, tags, notes, alerts; and his portal accounts.
std::vector<ClientRows> own_rows();

} // namespace crm
