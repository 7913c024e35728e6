#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/numbering/number_format.hpp"

#include <optional>
#include <string_view>

namespace numbering
{

/// What the next number is made of.
struct Place {
    std::string_view series;
    std::int64_t year = 0;
    Restart restart = Restart::yearly;
};

class NumberStore
{
  public:
    explicit NumberStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<NumberFormat> format(std::string_view series);
    void save_format(std::string_view series, const NumberFormat& format);

    /// The last counter given, 0 before the first. Of all years when the counter never restarts.
    std::int64_t last(const Place& place);
    /// The next counter; whoever takes one of the same series waits for this transaction.
    std::int64_t take(const Place& place);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace numbering
