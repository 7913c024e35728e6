#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/follow_up.hpp"
#include "modules/quotes/quote.hpp"

#include <vector>

namespace quotes
{

class FollowUpStore
{
  public:
    explicit FollowUpStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// As the business set them, else as everybody starts.
    FollowUps settings();
    void save(const FollowUps& settings);
    /// When the client of a quote was last written to again.
    std::optional<base::Instant> last(QuoteId quote);
    /// Sent ones whose last day is before `today`, at most `limit`.
    std::vector<QuoteId> overdue(base::Date today, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace quotes
