#include "modules/crm/crm.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{

ClientSummary client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    const auto found = ClientStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return {.id = found->id,
            .name = found->name,
            .kind = found->kind,
            .type = found->type,
            .email = found->email,
            .phone = found->phone,
            .city = found->billing_city};
}

std::vector<ClientSummary> active_clients(tenancy::WorkspaceTransaction& tx)
{
    std::vector<ClientSummary> clients;
    for (const auto& row : ClientStore{tx}.list({.prefix = {},
                           .with_archived = false,
                           .after_key = {},
                           .after_id = {},
                           .limit = client_choices_max}))
        clients.push_back({.id = row.id,
                           .name = row.name,
                           .kind = row.kind,
                           .type = row.type,
                           .email = {},
                           .phone = {},
                           .city = row.billing_city});
    return clients;
}

} // namespace crm
