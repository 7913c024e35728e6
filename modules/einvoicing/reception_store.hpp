#pragma once

#include "modules/einvoicing/reception.hpp"

#include <map>
#include <vector>

namespace einvoicing
{

class ReceptionStore
{
  public:
    explicit ReceptionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Reception& reception);
    std::optional<Reception> find(ReceptionId id);
    /// Whether the platform gave it already.
    bool has_flow(std::string_view flow);
    /// Its state, why and invoice; false when it is no longer `from`: somebody else was first.
    bool settle(const Reception& reception, ReceptionState from);
    /// Newest first, at most 100.
    std::vector<Reception> in_state(ReceptionState state);
    std::int64_t count(ReceptionState state, std::int64_t most);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
