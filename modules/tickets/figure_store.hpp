#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <chrono>
#include <optional>

namespace tickets
{

/// How the desk has been doing lately. Each figure reads at most counter_max rows, so that it costs
/// the same whatever the workspace holds.
struct DeskFigures {
    std::int64_t opened = 0;   ///< in week
    std::int64_t resolved = 0; ///< in week
    std::optional<std::chrono::microseconds>
        first_reply;            ///< median, in month; nothing = no reply yet
    std::int64_t rated = 0;     ///< opinions in season
    std::int64_t satisfied = 0; ///< of them, 4 or 5 stars
};

/// How many open tickets somebody has.
struct Load {
    tenancy::MembershipId assignee;
    std::int64_t open = 0;
};
BOOST_DESCRIBE_STRUCT(Load, (), (assignee, open))

class FigureStore
{
  public:
    static constexpr std::chrono::days week{7};
    static constexpr std::chrono::days month{30};
    static constexpr std::chrono::days season{90};

    explicit FigureStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}
    DeskFigures figures(base::Instant now);
    /// Who has open tickets, most first: at most loads_max people, of the first
    /// open_read_max open tickets.
    std::vector<Load> loads();

    static constexpr int loads_max = 8;
    static constexpr int open_read_max = 2'000;

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
