#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace invoices
{

/// What goes of an issued invoice with who received it; what was frozen stays ten years.
class ErasureStore
{
  public:
    explicit ErasureStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Sent to that address, lower-cased, or for a record that says nothing but `name` any more.
    std::vector<InvoiceId> sent_to(std::string_view email, std::string_view name);
    /// Nothing stays of whom it went to and of the mail but `name`.
    void forget(InvoiceId invoice, const std::string& name);
    bool is_forgotten(InvoiceId invoice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
