#pragma once

#include "kernel/tenancy/state_holder.hpp"
#include "modules/tickets/ticket.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

/// Tickets by the state they stand in, whole workspaces at a time.
class WorkflowStore
{
  public:
    explicit WorkflowStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<tenancy::HeldState> held();
    /// Those of `state` that mean `anchor` now stand in `to`; nothing else of them changes.
    void rename(std::string_view state, std::string_view anchor, std::string_view to);

    /// Notes which tickets stand in that state of that vocabulary.
    void remember(std::string_view vocabulary, std::string_view state);
    /// Those noted, that have not moved since and still mean `anchor`, stand there again.
    void restore(std::string_view vocabulary, std::string_view state, std::string_view anchor);
    void forget(std::string_view vocabulary);
    /// What lists of categories are read from stands where the tickets stand.
    void follow();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
