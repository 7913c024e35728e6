#include "modules/crm/client_line_pages.hpp"

#include "modules/crm/client_store.hpp"

namespace crm
{

guard::SubjectKind::Lines client_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("clients.view")) return lines;
    ClientStore store{tx};
    for (const auto id : ids) {
        const auto client = store.find(tenancy::ClientId{id});
        if (client)
            lines.emplace(id, guard::SubjectLine{.title = client->name,
                                                 .detail = {},
                                                 .path = "/clients/" + client->id.text()});
    }
    return lines;
}

} // namespace crm
