#include "modules/tickets/project_counts.hpp"

#include "modules/tickets/portal_list_store.hpp"

namespace tickets
{

std::map<projects::ProjectId, projects::RequestCount>
count_on_projects(tenancy::WorkspaceTransaction& tx, const std::vector<projects::ProjectId>& ids,
                  tenancy::ClientId client)
{
    std::map<projects::ProjectId, projects::RequestCount> counts;
    PortalListStore store{tx};
    for (const auto id : ids) {
        const auto count = store.count(id, client);
        counts.emplace(id, projects::RequestCount{count.open_count, count.total_count});
    }
    return counts;
}

} // namespace tickets
