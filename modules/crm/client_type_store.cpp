#include "modules/crm/client_type_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<OwnType> type_table{"crm_client_type"};

constexpr db::Query update_type{"crm.update_client_type", R"sql(
    UPDATE crm_client_type
       SET name = :name, search_key = :search_key, retired_at = :retired_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_type{"crm.find_client_type", R"sql(
    SELECT id, name, search_key, retired_at FROM crm_client_type
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_type_by_key{"crm.find_client_type_by_key", R"sql(
    SELECT id, name, search_key, retired_at FROM crm_client_type
     WHERE workspace_id = :workspace AND search_key = :search_key
)sql"};

constexpr db::Query list_types{"crm.client_types", R"sql(
    SELECT id, name, search_key, retired_at FROM crm_client_type
     WHERE workspace_id = :workspace ORDER BY search_key LIMIT :limit
)sql"};

} // namespace

void ClientTypeStore::insert(const OwnType& type)
{
    tx_.insert(type_table, type);
}

void ClientTypeStore::update(const OwnType& type)
{
    tx_.execute(update_type, {{"id", type.id},
                              {"name", type.name},
                              {"search_key", type.search_key},
                              {"retired_at", type.retired_at}});
}

std::optional<OwnType> ClientTypeStore::find(OwnTypeId id)
{
    return tx_.find<OwnType>(find_type, {{"id", id}});
}

std::optional<OwnType> ClientTypeStore::find_by_key(std::string_view search_key)
{
    return tx_.find<OwnType>(find_type_by_key, {{"search_key", search_key}});
}

std::vector<OwnType> ClientTypeStore::all()
{
    return tx_.rows<OwnType>(list_types, {{"limit", own_types_max}});
}

} // namespace crm
