#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"
#include "modules/invoices/invoices.hpp"

#include <optional>
#include <vector>

namespace expenses
{

/// Every statement on which invoice a client's expenses were put on.
class BilledStore
{
  public:
    explicit BilledStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(ExpenseId expense, invoices::InvoiceId invoice);
    void remove(ExpenseId expense);
    std::optional<invoices::InvoiceId> invoice_of(ExpenseId expense);
    /// In the order they were written.
    std::vector<ExpenseId> of(invoices::InvoiceId invoice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
