#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket_board_store.hpp"
#include "modules/tickets/view.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tickets
{

/// How tickets open for a member.
struct Opening {
    Layout layout = Layout::list;
    std::optional<ViewId> view_id;
    std::string query; ///< of that view; empty without one
};
BOOST_DESCRIBE_STRUCT(Opening, (), (layout, view_id, query))

/// Saved views as the actor sees them: his own and those shared with the team.
class ViewStore
{
  public:
    explicit ViewStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// By name, at most views_shown_max.
    std::vector<SavedView> all();
    std::optional<SavedView> find(ViewId id);
    /// Of the actor's own.
    std::optional<SavedView> own_named(std::string_view search_key);
    void insert(const SavedView& view);
    void update(const SavedView& view);
    /// Nobody opens tickets with it any more.
    void remove(ViewId id);

    Opening opening();
    /// Zero: none.
    void open_with(ViewId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
