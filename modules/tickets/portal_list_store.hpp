#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <map>
#include <string>
#include <vector>

namespace tickets
{

/// One request as its client sees it in a list: public facts only.
struct RequestRow {
    TicketId id;
    std::string number;
    std::string title;
    std::string excerpt;
    std::string state;
    std::string project_name;
    base::Instant last_public_at;
    bool is_unread = false;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (),
                      (id, number, title, excerpt, state, project_name, last_public_at, is_unread))

/// Which requests of a client. `open`: the team has something to do; `waiting`: the client has, in
/// a state that says so, or, in a vocabulary without one, when the team wrote last; `past`:
/// resolved or over. Every request is in `all` and in one of these three; `current` is what is not
/// closed.
enum class RequestView { all, open, waiting, past, current };
BOOST_DESCRIBE_ENUM(RequestView, all, open, waiting, past, current)

inline constexpr int request_rows_max = 100;

struct ProjectCount {
    std::int64_t open_count = 0;
    std::int64_t total_count = 0;
};
BOOST_DESCRIBE_STRUCT(ProjectCount, (), (open_count, total_count))

/// Lists of a client. A request on a project that is not assigned to him any more is not there,
/// nor are those of another client of the same project.
class PortalListStore
{
  public:
    explicit PortalListStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Newest public activity first, at most request_rows_max.
    std::vector<RequestRow> requests(tenancy::ClientId client, RequestView view, ProjectId project,
                                     int limit = request_rows_max);
    /// Open and all requests on one project, of one client or of every client (zero), each at most
    /// counter_max.
    ProjectCount count(ProjectId project, tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
