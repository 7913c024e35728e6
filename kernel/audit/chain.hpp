#pragma once

#include "kernel/audit/seal_store.hpp"
#include "kernel/tenancy/context.hpp"

#include <functional>
#include <optional>
#include <string>

namespace audit
{

/// One log and its seals: a workspace's, or the platform's own. Each `read` or `write` is one
/// transaction, seen through the rows of that log only.
class Chain
{
  public:
    static Chain of_workspace(db::Database& database, tenancy::Workspace workspace);
    static Chain of_platform(db::Database& database);

    std::int64_t id() const { return workspace_.id.value; }     ///< zero: the platform's
    const std::string& name() const { return workspace_.name; } ///< empty: the platform's

    void read(const std::function<void(SealStore&)>& work) const;
    void write(const std::function<void(SealStore&)>& work) const;

  private:
    Chain(db::Database& database, tenancy::Workspace workspace)
        : database_(&database), workspace_(std::move(workspace))
    {
    }

    db::Database* database_;
    tenancy::Workspace workspace_; ///< without id: the platform's
};

} // namespace audit
