#pragma once

#include "modules/invoices/account_statement.hpp"

namespace invoices
{

class AccountStatementStore
{
  public:
    explicit AccountStatementStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Owed at the end of the day before.
    base::Cents opening(tenancy::ClientId client, base::Date from);
    /// In their order, one more than account_lines_max at most; nothing runs yet.
    std::vector<AccountLine> lines(const AccountSpan& span);
    Ageing ageing(tenancy::ClientId client, base::Date today);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
