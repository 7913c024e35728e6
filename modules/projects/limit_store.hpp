#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/project.hpp"

#include <optional>
#include <vector>

namespace projects
{

/// To which projects a portal user is limited.
class LimitStore
{
  public:
    explicit LimitStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Nothing for who is not limited; at most 200.
    std::optional<std::vector<ProjectId>> chosen_for(tenancy::MembershipId member);
    /// Exactly these from now on; nothing = every project of his client.
    void replace(tenancy::MembershipId member, const std::optional<std::vector<ProjectId>>& chosen);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace projects
