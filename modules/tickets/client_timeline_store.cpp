#include "modules/tickets/client_timeline_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Query opened_in{"tickets.timeline_of_client", R"sql(
    SELECT id, opened_at AS happened_at, title, number AS detail, '/tickets/' || number AS path
      FROM tickets_ticket
     WHERE workspace_id = :workspace AND client_id = :client
       AND opened_at >= :from AND (opened_at, id) < (:before, :before_id)
     ORDER BY opened_at DESC, id DESC
     LIMIT :limit
)sql"};

std::vector<crm::TimelineEntry> entries(tenancy::WorkspaceTransaction& tx,
                                        const crm::TimelineSpan& span)
{
    return tx.rows<crm::TimelineEntry>(opened_in, {{"client", span.client},
                                                   {"from", span.from},
                                                   {"before", span.before},
                                                   {"before_id", span.before_id},
                                                   {"limit", span.limit}});
}

} // namespace

crm::TimelineKind ticket_timeline()
{
    return {"tickets", "tickets.nav", "inbox", "tickets.view", entries};
}

} // namespace tickets
