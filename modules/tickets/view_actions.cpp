#include "modules/tickets/view_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/tickets/view_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

SavedView visible(WorkspaceTransaction& tx, ViewId id)
{
    auto view = ViewStore{tx}.find(id);
    if (!view) throw base::NotFound{};
    return *std::move(view);
}

/// The lists of the team show the views it shares.
void tell(WorkspaceTransaction& tx, bool is_shared)
{
    if (is_shared) events::touch(tx, "tickets");
}

} // namespace

ViewId save_view(WorkspaceTransaction& tx, const ViewText& text)
{
    ViewStore store{tx};
    SavedView view{.id = {},
                   .membership_id = tx.actor().membership,
                   .name = text.name,
                   .search_key = base::fold(text.name),
                   .query = text.query,
                   .is_shared = text.sharing == Sharing::team};
    if (const auto before = store.own_named(view.search_key)) {
        view.id = before->id;
        store.update(view);
        tell(tx, before->is_shared || view.is_shared);
        return view.id;
    }
    const auto all = store.all();
    const auto own = std::ranges::count(all, view.membership_id, &SavedView::membership_id);
    refuse_unless(own < static_cast<std::ptrdiff_t>(views_max), "tickets.saved.refusal.full",
                  {{"most", std::to_string(views_max)}});
    view.id = tx.make_id<ViewId>();
    store.insert(view);
    tell(tx, view.is_shared);
    return view.id;
}

void rename_view(WorkspaceTransaction& tx, ViewId id, const std::string& name, Sharing sharing)
{
    auto view = visible(tx, id);
    if (view.membership_id != tx.actor().membership) throw base::NotFound{};
    ViewStore store{tx};
    const auto key = base::fold(name);
    const auto other = store.own_named(key);
    refuse_unless(!other || other->id == id, "tickets.saved.refusal.name_taken", {{"name", name}});
    const bool was_shared = view.is_shared;
    view.name = name;
    view.search_key = key;
    view.is_shared = sharing == Sharing::team;
    store.update(view);
    tell(tx, was_shared || view.is_shared);
}

void remove_view(WorkspaceTransaction& tx, ViewId id)
{
    const auto view = visible(tx, id);
    const bool is_own = view.membership_id == tx.actor().membership;
    if (!is_own && !tx.actor().may("tickets.organise")) throw base::Forbidden{"tickets.organise"};
    ViewStore{tx}.remove(id);
    tell(tx, view.is_shared);
}

void open_with_view(WorkspaceTransaction& tx, ViewId id)
{
    if (id) visible(tx, id);
    ViewStore{tx}.open_with(id);
}

} // namespace tickets
