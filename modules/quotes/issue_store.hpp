#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/issue.hpp"

#include <optional>
#include <vector>

namespace quotes
{

/// Every statement on what was sent and what became of it.
class IssueStore
{
  public:
    explicit IssueStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Issue& issue);
    std::optional<Issue> find(QuoteId quote);
    /// False when it has one already.
    bool set_paper(QuoteId quote, std::int64_t file);

    void insert(const Agreement& agreement);
    std::optional<Agreement> agreement(QuoteId quote);

    void insert(const Event& event);
    /// The newest first, at most events_max.
    std::vector<Event> events(QuoteId quote);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace quotes
