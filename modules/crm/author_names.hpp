#pragma once

#include "kernel/auth/auth.hpp"

#include <map>
#include <string>

namespace crm
{

/// Names of members, each asked once.
class AuthorNames
{
  public:
    explicit AuthorNames(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}
    /// Empty for nobody.
    std::string of(tenancy::MembershipId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
    std::map<std::int64_t, std::string> names_;
};

} // namespace crm
