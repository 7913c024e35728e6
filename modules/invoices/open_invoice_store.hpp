#pragma once

#include "modules/invoices/open_invoice.hpp"

namespace invoices
{

class OpenInvoiceStore
{
  public:
    explicit OpenInvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<OpenVersion> list(InvoiceId after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
