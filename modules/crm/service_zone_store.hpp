#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/service_zone.hpp"

namespace crm
{

class ServiceZoneStore
{
  public:
    explicit ServiceZoneStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    ServiceZone zone();
    void save(const ServiceZone& zone);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
