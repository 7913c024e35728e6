#include "modules/tickets/ticket_picker_pages.hpp"

#include "kernel/search/query.hpp"
#include "modules/tickets/ticket_list_store.hpp"
#include "modules/tickets/ticket_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<std::int64_t> ids_found(WorkspaceTransaction& tx, std::string_view typed)
{
    std::vector<const search::Kind*> kinds;
    for (const auto& kind : search::registry().kinds())
        if (kind.name == "ticket") kinds.push_back(&kind);
    std::vector<std::int64_t> ids;
    if (const auto exact = TicketStore{tx}.find(typed)) return {exact->id.value};
    for (const auto& group : search::find(tx, typed, kinds))
        for (const auto& hit : group.hits)
            ids.push_back(hit.id);
    return ids;
}

std::vector<TicketHit> found(WorkspaceTransaction& tx, std::string_view typed)
{
    const auto ids = ids_found(tx, typed);
    if (ids.empty()) return {};
    auto hits = TicketSearchStore{tx}.hits(ids, {});
    std::ranges::sort(hits, std::greater{}, &TicketHit::id);
    return hits;
}

std::vector<TicketHit> newest_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    std::vector<TicketHit> hits;
    for (auto& row : TicketListStore{tx}.of_client(client, search::hits_max))
        hits.push_back({.id = row.id.value,
                        .number = row.number,
                        .title = row.title,
                        .state = row.state,
                        .client_name = row.client_name});
    return hits;
}

} // namespace

std::vector<TicketHit> tickets_to_pick(WorkspaceTransaction& tx, std::string_view typed,
                                       const Ticket& ticket)
{
    auto hits = typed.empty() ? newest_of(tx, ticket.client_id) : found(tx, typed);
    std::erase_if(hits, [&](const TicketHit& hit) { return hit.id == ticket.id.value; });
    return hits;
}

} // namespace tickets
