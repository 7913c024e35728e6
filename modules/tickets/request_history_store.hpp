#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

/// A request of a client’s history: public facts only.
struct HistoryRow {
    TicketId id;
    std::string number;
    std::string title;
    std::string state;
    std::string project_name;
    base::Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(HistoryRow, (), (id, number, title, state, project_name, opened_at))

/// Opened from `from` on and before (`before`, `before_id`).
struct HistorySpan {
    base::Instant from;
    base::Instant before;
    TicketId before_id;
    int limit = 0;
};

/// What a client ever asked.
class RequestHistoryStore
{
  public:
    explicit RequestHistoryStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Requests of the actor’s client, then those opened to it, each newest first and at most
    /// `limit`, on the projects he sees; in one state or, when it is empty, in any.
    std::vector<HistoryRow> requests(const HistorySpan& span, std::string_view state);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
