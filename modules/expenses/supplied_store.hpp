#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/supplied.hpp"

#include <string>
#include <vector>

namespace expenses
{

/// Every statement on what invoices of suppliers became.
class SuppliedStore
{
  public:
    explicit SuppliedStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(SuppliedId invoice, ExpenseId expense);
    /// In the order they were made.
    std::vector<ExpenseId> of(SuppliedId invoice);
    /// What was spent with that supplier last; empty: nothing yet.
    std::string last_type(const std::string& supplier);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
