#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/bank/line.hpp"
#include "modules/bank/statement_csv.hpp"

#include <optional>

namespace bank
{

/// What columns say, as somebody explained it, and the tables that wait for it.
class LayoutStore
{
  public:
    explicit LayoutStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<Columns> find(const std::string& titles);
    void save(const std::string& titles, const Columns& columns);

    void insert(const Draft& draft);
    std::optional<Draft> find(DraftId id);
    void remove(DraftId id);
    /// Those of one person, and those older than that moment.
    void remove_old(tenancy::MembershipId author, base::Instant before);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace bank
