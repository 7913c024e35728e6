#include "modules/crm/client_merge_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_merge_store.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/duplicate_store.hpp"
#include "modules/crm/moved_rows.hpp"

namespace crm
{
namespace
{

using base::Refusal;
using tenancy::WorkspaceTransaction;

[[noreturn]] void conflict(const char* code, base::Params params = {})
{
    throw Refusal{code, std::move(params), Refusal::Kind::Conflict};
}

/// Neither is merged into another already: the one who comes second is told.
void refuse_merged(WorkspaceTransaction& tx, const Client& client)
{
    const auto into = ClientMergeStore{tx}.kept_of(client.id);
    if (into)
        conflict("crm.merge.refusal.already",
                 {{"name", client.name}, {"into", crm::client(tx, *into).name}});
}

Client read_client(WorkspaceTransaction& tx, tenancy::ClientId id)
{
    auto client = ClientStore{tx}.find(id);
    if (!client) throw base::NotFound{};
    return *std::move(client);
}

void tell(WorkspaceTransaction& tx, const char* action, const ClientMerge& merge)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = merge.kept_id.value,
                       .changes = {{"other_client", "", crm::client(tx, merge.merged_id).name}}});
    for (const auto id : {merge.kept_id, merge.merged_id}) {
        events::touch(tx, "client:" + id.text());
        events::touch(tx, "client_alerts:" + id.text());
    }
    for (const char* topic : {"clients", "client_duplicates", "tickets", "projects"})
        events::touch(tx, topic);
}

void record_moves(WorkspaceTransaction& tx, const ClientMerge& merge)
{
    ClientMergeStore store{tx};
    for (const auto& rows : moved_rows())
        for (const auto row : rows.move(tx, merge.merged_id, merge.kept_id))
            store.insert_row(merge.id, rows.table, row);
}

} // namespace

MergeId merge_clients(WorkspaceTransaction& tx, const MergeOrder& order)
{
    base::refuse_unless(order.kept != order.merged, "crm.merge.refusal.same");
    auto kept = read_client(tx, order.kept);
    const auto merged = read_client(tx, order.merged);
    refuse_merged(tx, kept);
    refuse_merged(tx, merged);
    ClientMergeStore store{tx};
    const bool is_archived =
        store.set_status(merged.id, ClientStatus::archived, order.merged_version);
    if (!is_archived || kept.version != order.kept_version) conflict("crm.merge.refusal.changed");

    const ClientMerge merge{.id = tx.make_id<MergeId>(),
                            .kept_id = kept.id,
                            .merged_id = merged.id,
                            .author_id = tx.actor().membership,
                            .merged_status = merged.status,
                            .merged_at = base::now()};
    store.insert(merge);
    const auto changed = take_fields(kept, merged, order.taken);
    for (const auto& field : changed)
        store.insert_field(merge.id, field);
    save_client(tx, kept, order.kept_version);
    record_moves(tx, merge);
    DuplicateStore{tx}.forget(merged.id);
    tell(tx, "crm.clients_merged", merge);
    return merge.id;
}

void undo_merge(WorkspaceTransaction& tx, tenancy::ClientId kept_id, MergeId id)
{
    ClientMergeStore store{tx};
    const auto merge = store.find(id);
    if (!merge || merge->kept_id != kept_id) throw base::NotFound{};
    base::refuse_unless(base::now() - merge->merged_at < merge_undo_days,
                        "crm.merge.refusal.too_late",
                        {{"days", std::to_string(merge_undo_days.count())}});
    if (!store.mark_undone(id)) conflict("crm.merge.refusal.undone");

    for (const auto& rows : moved_rows())
        rows.move_back(tx, store.rows(id, rows.table), merge->merged_id, merge->kept_id);
    const auto merged = read_client(tx, merge->merged_id);
    store.set_status(merged.id, merge->merged_status, merged.version);
    auto kept = read_client(tx, kept_id);
    const auto version = kept.version;
    give_back(kept, store.fields(id));
    save_client(tx, kept, version);
    tell(tx, "crm.merge_undone", *merge);
}

} // namespace crm
