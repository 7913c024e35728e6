#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace quotes
{

/// A quote as a line of results.
struct QuoteHit {
    std::int64_t id = 0;
    std::string title;
    QuoteState state = QuoteState::draft;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(QuoteHit, (), (id, title, state, client_name))

/// What the search reads of quotes.
class QuoteSearchStore
{
  public:
    explicit QuoteSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<QuoteHit> hits(const std::vector<std::int64_t>& ids);
    /// Above `after`, in order.
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace quotes
