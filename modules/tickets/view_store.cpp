#include "modules/tickets/view_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<SavedView> view_table{"tickets_view"};

constexpr db::Query list_views{"tickets.views", R"sql(
    SELECT id, membership_id, name, search_key, query, is_shared FROM tickets_view
     WHERE workspace_id = :workspace AND membership_id = :reader
    UNION ALL
    SELECT id, membership_id, name, search_key, query, is_shared FROM tickets_view
     WHERE workspace_id = :workspace AND is_shared = TRUE AND membership_id <> :reader
     ORDER BY 4, 1 LIMIT :limit
)sql"};

constexpr db::Query find_view{"tickets.find_view", R"sql(
    SELECT id, membership_id, name, search_key, query, is_shared FROM tickets_view
     WHERE workspace_id = :workspace AND id = :id
       AND (membership_id = :reader OR is_shared = TRUE)
)sql"};

constexpr db::Query own_view_named{"tickets.own_view_named", R"sql(
    SELECT id, membership_id, name, search_key, query, is_shared FROM tickets_view
     WHERE workspace_id = :workspace AND membership_id = :reader AND search_key = :search_key
)sql"};

constexpr db::Query update_view{"tickets.update_view", R"sql(
    UPDATE tickets_view
       SET name = :name, search_key = :search_key, query = :query, is_shared = :is_shared
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_view{"tickets.delete_view", R"sql(
    DELETE FROM tickets_view WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query forget_view{"tickets.forget_view", R"sql(
    UPDATE tickets_layout SET view_id = NULL WHERE workspace_id = :workspace AND view_id = :id
)sql"};

/// A view that is not shared any more opens nothing for the others.
constexpr db::Query find_opening{"tickets.opening", R"sql(
    SELECT l.layout, v.id AS view_id, COALESCE(v.query, '') AS query
      FROM tickets_layout l
      LEFT JOIN tickets_view v ON v.workspace_id = l.workspace_id AND v.id = l.view_id
                              AND (v.membership_id = :reader OR v.is_shared = TRUE)
     WHERE l.workspace_id = :workspace AND l.membership_id = :reader
)sql"};

constexpr db::Query open_with_view{"tickets.open_with_view", R"sql(
    INSERT INTO tickets_layout (workspace_id, membership_id, layout, view_id)
    VALUES (:workspace, :reader, 'list', :view)
    ON CONFLICT (workspace_id, membership_id) DO UPDATE SET view_id = excluded.view_id
)sql"};

} // namespace

std::vector<SavedView> ViewStore::all()
{
    return tx_.rows<SavedView>(list_views,
                               {{"reader", tx_.actor().membership}, {"limit", views_shown_max}});
}

std::optional<SavedView> ViewStore::find(ViewId id)
{
    return tx_.find<SavedView>(find_view, {{"reader", tx_.actor().membership}, {"id", id}});
}

std::optional<SavedView> ViewStore::own_named(std::string_view search_key)
{
    return tx_.find<SavedView>(own_view_named,
                               {{"reader", tx_.actor().membership}, {"search_key", search_key}});
}

void ViewStore::insert(const SavedView& view)
{
    tx_.insert(view_table, view);
}

void ViewStore::update(const SavedView& view)
{
    tx_.execute(update_view, {{"id", view.id},
                              {"name", view.name},
                              {"search_key", view.search_key},
                              {"query", view.query},
                              {"is_shared", view.is_shared}});
}

void ViewStore::remove(ViewId id)
{
    tx_.execute(forget_view, {{"id", id}});
    tx_.execute(delete_view, {{"id", id}});
}

Opening ViewStore::opening()
{
    return tx_.find<Opening>(find_opening, {{"reader", tx_.actor().membership}})
        .value_or(Opening{});
}

void ViewStore::open_with(ViewId id)
{
    std::optional<ViewId> view;
    if (id) view = id;
    tx_.execute(open_with_view, {{"reader", tx_.actor().membership}, {"view", view}});
}

} // namespace tickets
