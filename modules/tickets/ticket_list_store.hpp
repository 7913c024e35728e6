#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/category.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

inline constexpr int list_page_rows = 50;

/// The saved views of the team. `todo`: the team's turn.
enum class View { todo, mine, unassigned, waiting, shared, all };
BOOST_DESCRIBE_ENUM(View, todo, mine, unassigned, waiting, shared, all)

/// What the query string narrows the list to; empty and zero mean « any ».
struct Filter {
    std::string state;
    std::string priority;
    ProjectId project;
    tenancy::ClientId client;
    tenancy::MembershipId assignee;
    CategoryId category;
    std::optional<base::Date> opened_from;  ///< that day included
    std::optional<base::Date> opened_until; ///< that day included
    bool is_unread = false;                 ///< open, and something new in it for the reader

    friend bool operator==(const Filter&, const Filter&) = default;
};

/// The last row seen; the first page begins after the end of time.
struct Cursor {
    base::Instant at{INT64_MAX};
    TicketId id{INT64_MAX};
};

struct ListRow {
    TicketId id;
    std::string number;
    std::string title;
    std::string excerpt;
    Priority priority = Priority::medium;
    std::string state;
    std::string client_name;
    std::optional<tenancy::MembershipId> assignee_id;
    base::Instant last_activity_at;
    bool is_unread = false;
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (id, number, title, excerpt, priority, state, client_name, assignee_id,
                       last_activity_at, is_unread))

/// One statement for a page of a list, on an index that begins like its view.
class TicketListStore
{
  public:
    explicit TicketListStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Newest activity first, one row more than `limit` when there is a next page.
    std::vector<ListRow> page(View view, const Filter& filter, const Cursor& after,
                              int limit = list_page_rows);
    /// Urgent and nobody's, newest activity first.
    std::vector<ListRow> urgent_unassigned(int limit);
    std::vector<ListRow> of_client(tenancy::ClientId client, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
