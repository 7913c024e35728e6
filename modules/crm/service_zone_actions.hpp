#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/service_zone.hpp"

namespace crm
{

/// From now on; what was sold before stays.
void set_service_zone(tenancy::WorkspaceTransaction& tx, const ServiceZone& zone);

} // namespace crm
