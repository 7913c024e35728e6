#pragma once

#include "modules/invoices/sent_invoice.hpp"

namespace invoices
{

/// What is owed past its day.
class LateInvoiceStore
{
  public:
    explicit LateInvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<InvoiceId> list(const LateSpan& span);
    std::int64_t count(base::Date due_from, base::Date due_before);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
