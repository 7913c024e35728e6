#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/issue.hpp"

#include <vector>

namespace invoices
{

/// Every statement on what was issued and what became of it.
class IssueStore
{
  public:
    explicit IssueStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Issue& issue);
    std::optional<Issue> find(InvoiceId invoice);
    /// False when it has one already.
    bool set_paper(InvoiceId invoice, std::int64_t file, const std::string& sha256);

    void insert(const Event& event);
    /// The newest first, at most events_max.
    std::vector<Event> events(InvoiceId invoice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace invoices
