#include "modules/crm/service_zone_store.hpp"

namespace crm
{
namespace
{

constexpr std::int64_t only_zone = 1;

constexpr db::Query find_zone{"crm.service_zone", R"sql(
    SELECT prefixes FROM crm_service_zone WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query save_zone{"crm.save_service_zone", R"sql(
    INSERT INTO crm_service_zone (workspace_id, id, prefixes)
    VALUES (:workspace, :id, :prefixes)
    ON CONFLICT (workspace_id, id) DO UPDATE SET prefixes = excluded.prefixes
)sql"};

} // namespace

ServiceZone ServiceZoneStore::zone()
{
    const auto kept = tx_.value<std::string>(find_zone, {{"id", only_zone}});
    return kept ? typed_zone(*kept).zone : ServiceZone{};
}

void ServiceZoneStore::save(const ServiceZone& zone)
{
    tx_.execute(save_zone, {{"id", only_zone}, {"prefixes", zone.text()}});
}

} // namespace crm
