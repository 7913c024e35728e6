#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket_list_store.hpp"

#include <string>
#include <vector>

namespace tickets
{

/// Cards of one column; « Voir les autres » leads to the rest.
inline constexpr int board_column_cards = 15;

/// How a member of the team looks at tickets.
enum class Layout { list, board };
BOOST_DESCRIBE_ENUM(Layout, list, board)

struct BoardCard {
    TicketId id;
    std::string number;
    std::string title;
    Priority priority = Priority::medium;
    std::string state;
    std::string client_name;
    std::string project_name;
    std::optional<tenancy::MembershipId> assignee_id;
    base::Instant last_activity_at;
    base::Instant state_since;
    std::int64_t version = 1;
    bool is_unread = false;
    std::int64_t total = 0; ///< of its column, at most counter_max
};
BOOST_DESCRIBE_STRUCT(BoardCard, (),
                      (id, number, title, priority, state, client_name, project_name, assignee_id,
                       last_activity_at, state_since, version, is_unread, total))

class TicketBoardStore
{
  public:
    explicit TicketBoardStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Of each state the newest by activity, at most board_column_cards. One statement for twelve
    /// states, whatever they hold. The filter's state is not looked at.
    std::vector<BoardCard> cards(const std::vector<std::string>& states, const Filter& filter);

    /// What the actor chose last; the list before that.
    Layout layout();
    void choose(Layout layout);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
