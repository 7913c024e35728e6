#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace quotes
{

/// What goes of a sent quote with who received it.
class ErasureStore
{
  public:
    explicit ErasureStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Sent to that address, lower-cased, or for a record that says nothing but `name` any more.
    std::vector<QuoteId> sent_to(std::string_view email, std::string_view name);
    /// Nothing stays of whom it went to, of the mail and of what was asked or answered but `name`.
    void forget(QuoteId quote, const std::string& name);
    bool is_forgotten(QuoteId quote);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace quotes
