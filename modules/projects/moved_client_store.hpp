#pragma once

#include "modules/crm/crm.hpp"

namespace projects
{

/// The sites of a client, and whether he waits for one, when two records are made one.
crm::ClientRows assignment_rows();
crm::ClientRows waiting_rows();

} // namespace projects
