#include "modules/tickets/client_rating_pages.hpp"

#include "modules/tickets/client_rating_store.hpp"
#include "modules/tickets/client_rating_views.hpp"

namespace tickets
{

html::Html client_ratings_panel(guard::Call& call)
{
    const auto& workspace = call.context().workspace();
    const auto ratings = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        return ratings_of_client(tx, call.path_id<tenancy::ClientId>("id"));
    });
    return client_ratings(
        {.slug = workspace.slug, .zone = workspace.time_zone, .ratings = ratings});
}

} // namespace tickets
