#pragma once

#include "kernel/tenancy/context.hpp"

namespace tickets
{

/// How many tickets each view of the actor holds, each at most counter_max.
struct Counters {
    std::int64_t todo = 0;
    std::int64_t mine = 0;
    std::int64_t unassigned = 0;
    std::int64_t waiting = 0;
    std::int64_t shared = 0;
    std::int64_t all = 0;
};
BOOST_DESCRIBE_STRUCT(Counters, (), (todo, mine, unassigned, waiting, shared, all))

/// Each figure reads no further than counter_max rows of an index, however many tickets there are.
class TicketCounterStore
{
  public:
    explicit TicketCounterStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    Counters counters();
    /// Those where it is the team's turn, at most counter_max.
    std::int64_t todo_count();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
