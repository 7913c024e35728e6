#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace invoices
{

/// An invoice as a line of results.
struct InvoiceHit {
    std::int64_t id = 0;
    std::string title;
    std::string number;
    InvoiceState state = InvoiceState::draft;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(InvoiceHit, (), (id, title, number, state, client_name))

/// What the search reads of invoices.
class InvoiceSearchStore
{
  public:
    explicit InvoiceSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<InvoiceHit> hits(const std::vector<std::int64_t>& ids);
    /// Above `after`, in order.
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

/// Invoices, and how the norm names him, follow a client whose record is merged into another.
crm::ClientRows invoice_rows();
crm::ClientRows buyer_rows();

} // namespace invoices
