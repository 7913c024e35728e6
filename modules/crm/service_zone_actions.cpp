#include "modules/crm/service_zone_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/service_zone_store.hpp"

namespace crm
{

using tenancy::WorkspaceTransaction;

void set_service_zone(WorkspaceTransaction& tx, const ServiceZone& zone)
{
    ServiceZoneStore store{tx};
    const auto before = store.zone();
    if (before == zone) return;

    const auto on_one_line = [](const ServiceZone& told) {
        return base::replace_all(told.text(), "\n", ", ");
    };
    store.save(zone);
    audit::append(tx, {.action = "crm.zone_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"prefixes", on_one_line(before), on_one_line(zone)}}});
    events::touch(tx, "clients");
}

bool is_in_service_zone(WorkspaceTransaction& tx, tenancy::ClientId id)
{
    const auto zone = ServiceZoneStore{tx}.zone();
    if (zone.prefixes.empty()) return true;
    const auto client = ClientStore{tx}.find(id);
    if (!client) return true;
    const auto& delivered = client->delivery_postal_code;
    return covers(zone, delivered.empty() ? client->billing_postal_code : delivered);
}

} // namespace crm
