#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense_type.hpp"

#include <optional>
#include <vector>

namespace expenses
{

/// Every statement on expenses_type.
class ExpenseTypeStore
{
  public:
    explicit ExpenseTypeStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// What this business wrote, in the order it was written; at most types_max.
    std::vector<ExpenseType> written();
    /// One row a code: the same again replaces.
    void write(const ExpenseType& type);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
