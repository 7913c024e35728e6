#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/access_code.hpp"

#include <optional>
#include <vector>

namespace projects
{

inline constexpr int access_codes_max = 30; ///< of one project

/// Every statement on projects_access_code. Nothing of the client's side includes this file.
class AccessCodeStore
{
  public:
    explicit AccessCodeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const AccessCode& code);
    std::optional<AccessCode> find(AccessCodeId id);
    void remove(AccessCodeId id);
    std::vector<AccessCodeLine> of_project(ProjectId project);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace projects
