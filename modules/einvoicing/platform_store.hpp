#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/platform.hpp"

namespace einvoicing
{

class PlatformStore
{
  public:
    explicit PlatformStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// A default one when nothing was saved.
    Platform find();
    void save(const Platform& platform);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
