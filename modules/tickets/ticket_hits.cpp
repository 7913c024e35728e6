#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_search_store.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

search::Hit hit_of(const TicketHit& row)
{
    return {.id = row.id, .title = row.number + " · " + row.title, .detail = row.client_name};
}

} // namespace

std::vector<search::Hit> show_tickets(WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    const auto& actor = tx.actor();
    const bool sees_all = actor.is_system() || actor.may_all("tickets.view");
    std::vector<search::Hit> hits;
    for (const auto& row :
         TicketSearchStore{tx}.hits(ids, sees_all ? tenancy::MembershipId{} : actor.membership)) {
        auto hit = hit_of(row);
        hit.path = "/tickets/" + row.number;
        if (const auto* state = presets::find_known_state(workflow_of(tx.workspace()), row.state)) {
            hit.state = state->label;
            hit.tone = state->tone;
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

std::vector<search::Hit> show_requests(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : TicketSearchStore{tx}.hits_of_client(ids, tx.actor().client)) {
        auto hit = hit_of(row);
        hit.path = "/demandes/" + row.number;
        if (const auto* state = presets::find_known_state(workflow_of(tx.workspace()), row.state)) {
            hit.state = state->client_label;
            hit.tone = state->tone;
        }
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace tickets
