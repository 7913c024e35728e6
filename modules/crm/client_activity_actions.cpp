#include "modules/crm/client_activity_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_activity_store.hpp"
#include "modules/crm/timeline.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int clients_at_once = 100;

/// As the timeline says now.
base::Instant newest_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    auto span = span_from({});
    span.client = client;
    span.limit = 1;
    base::Instant newest;
    for (const auto& kind : timeline_kinds())
        for (const auto& entry : kind.entries(tx, span))
            newest = std::max(newest, entry.happened_at);
    return newest;
}

struct Lot {
    std::vector<ClientActivity> changed;
    tenancy::ClientId last; ///< zero: there was nobody
};

Lot looked_at(WorkspaceTransaction& tx, tenancy::ClientId after)
{
    Lot lot;
    for (auto client : ClientActivityStore{tx}.clients(after, clients_at_once)) {
        lot.last = client.id;
        const auto newest = std::max(newest_of(tx, client.id), client.created_at);
        if (newest == client.active_at) continue;
        client.active_at = newest;
        lot.changed.push_back(client);
    }
    return lot;
}

} // namespace

ClientSearch narrowed_by_activity(WorkspaceTransaction& tx, const ClientFilter& filter,
                                  ClientSearch search)
{
    if (!filter.is_inactive) return search;
    search.idle_since = base::now() - std::chrono::days{ClientActivityStore{tx}.days()};
    return search;
}

void set_inactive_after(WorkspaceTransaction& tx, std::int64_t days)
{
    ClientActivityStore store{tx};
    const auto before = store.days();
    store.set_days(days);
    audit::append(tx, {.action = "crm.inactivity_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"days", std::to_string(before), std::to_string(days)}}});
    events::touch(tx, "clients");
}

void note_activities(tenancy::Context& context)
{
    tenancy::ClientId after;
    for (;;) {
        const auto lot =
            context.read([&](WorkspaceTransaction& tx) { return looked_at(tx, after); });
        if (!lot.last) return;
        after = lot.last;
        if (lot.changed.empty()) continue;
        context.write([&](WorkspaceTransaction& tx) {
            for (const auto& client : lot.changed)
                ClientActivityStore{tx}.note(client);
            events::touch(tx, "clients");
        });
    }
}

} // namespace crm
