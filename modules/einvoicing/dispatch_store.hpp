#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/dispatch.hpp"

#include <string_view>
#include <vector>

namespace einvoicing
{

class DispatchStore
{
  public:
    explicit DispatchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Dispatch& dispatch);
    std::optional<Dispatch> find(DispatchId id);
    std::optional<Dispatch> referenced(std::string_view reference);
    std::optional<Dispatch> of_flow(std::string_view flow);
    /// The newest last, without their contents; at most 50.
    std::vector<Dispatch> about(DispatchKind kind, std::int64_t subject);
    void save(const Dispatch& dispatch);
    /// Those nobody holds at `now`; at most 500.
    std::vector<DispatchId> waiting(base::Instant now);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
