#pragma once

#include "modules/invoices/open_invoice.hpp"

namespace invoices
{

class OpenInvoiceStore
{
  public:
    explicit OpenInvoiceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<OpenVersion> list(InvoiceId after, int limit);
    /// Of that client: no part of a quote, prices typed without taxes.
    std::optional<InvoiceId> newest_draft(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
