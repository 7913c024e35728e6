#include "modules/tickets/client_rating_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Query of_client{"tickets.ratings_of_client", R"sql(
    SELECT t.number, t.title, r.score, r.comment, r.rated_at
      FROM tickets_ticket t
      JOIN tickets_rating r ON r.workspace_id = t.workspace_id AND r.ticket_id = t.id
     WHERE t.workspace_id = :workspace AND t.client_id = :client
     ORDER BY r.rated_at DESC, r.ticket_id DESC, r.resolution DESC
     LIMIT :limit
)sql"};

} // namespace

std::vector<ClientRating> ratings_of_client(tenancy::WorkspaceTransaction& tx,
                                            tenancy::ClientId client)
{
    return tx.rows<ClientRating>(of_client, {{"client", client}, {"limit", client_ratings_max}});
}

} // namespace tickets
