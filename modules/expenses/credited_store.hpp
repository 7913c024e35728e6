#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace expenses
{

/// A credit note that takes an expense back.
struct CreditedRow {
    ExpenseId id;
    std::string number;
    base::Date spent_on;
    base::Cents gross; ///< above 0
};
BOOST_DESCRIBE_STRUCT(CreditedRow, (), (id, number, spent_on, gross))

/// Every statement on what credit notes take back; cancelled ones take nothing back.
class CreditedStore
{
  public:
    explicit CreditedStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Until the transaction ends, nobody else counts what is left of that expense.
    void hold(ExpenseId id);
    std::optional<ExpenseId> numbered(const std::string& number);
    /// By credit notes other than `except`; above 0.
    base::Cents taken_back(ExpenseId id, ExpenseId except);
    std::vector<CreditedRow> credit_notes(ExpenseId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace expenses
