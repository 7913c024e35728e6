#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_type.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace crm
{

/// Every statement on crm_client_type.
class ClientTypeStore
{
  public:
    explicit ClientTypeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const OwnType& type);
    void update(const OwnType& type);
    std::optional<OwnType> find(OwnTypeId id);
    std::optional<OwnType> find_by_key(std::string_view search_key);
    std::vector<OwnType> all(); ///< by name, retired ones included

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace crm
