#include "modules/pricebook/client_group_store.hpp"

namespace pricebook
{
namespace
{

constexpr db::Table<ClientGroup> group_table{"pricebook_group"};

/// A client in a group, as it is stored.
struct Place {
    std::int64_t id = 0;
    GroupId group_id;
    tenancy::ClientId client_id;
};
BOOST_DESCRIBE_STRUCT(Place, (), (id, group_id, client_id))
constexpr db::Table<Place> place_table{"pricebook_group_client"};
using PlaceId = base::Id<struct PricebookGroupPlaceTag>;

constexpr db::Query find_group{"pricebook.find_group", R"sql(
    SELECT id, name, search_key, made_by, made_at
      FROM pricebook_group WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_group_name{"pricebook.find_group_name", R"sql(
    SELECT id, name, search_key, made_by, made_at
      FROM pricebook_group WHERE workspace_id = :workspace AND search_key = :search_key
)sql"};

constexpr db::Query rename_group{"pricebook.rename_group", R"sql(
    UPDATE pricebook_group SET name = :name, search_key = :search_key
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query empty_group{"pricebook.empty_group", R"sql(
    DELETE FROM pricebook_group_client WHERE workspace_id = :workspace AND group_id = :id
)sql"};

constexpr db::Query delete_group{"pricebook.delete_group", R"sql(
    DELETE FROM pricebook_group WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query count_groups{"pricebook.count_groups", R"sql(
    SELECT count(*) FROM pricebook_group WHERE workspace_id = :workspace
)sql"};

constexpr db::Query group_rows{"pricebook.group_rows", R"sql(
    SELECT g.id, g.name,
           (SELECT count(*) FROM pricebook_group_client m
             WHERE m.workspace_id = g.workspace_id AND m.group_id = g.id) AS clients,
           (SELECT count(*) FROM pricebook_special s
             WHERE s.workspace_id = g.workspace_id AND s.group_id = g.id) AS prices
      FROM pricebook_group g
     WHERE g.workspace_id = :workspace
     ORDER BY g.search_key, g.id LIMIT :limit
)sql"};

constexpr db::Query groups_of_client{"pricebook.groups_of_client", R"sql(
    SELECT g.id, g.name, g.search_key, g.made_by, g.made_at
      FROM pricebook_group g
      JOIN pricebook_group_client m ON m.workspace_id = g.workspace_id AND m.group_id = g.id
     WHERE g.workspace_id = :workspace AND m.client_id = :client
     ORDER BY g.search_key, g.id LIMIT :limit
)sql"};

constexpr db::Query clients_of_group{"pricebook.clients_of_group", R"sql(
    SELECT m.client_id, c.name AS client_name
      FROM pricebook_group_client m
      JOIN crm_published_client c ON c.workspace_id = m.workspace_id AND c.id = m.client_id
     WHERE m.workspace_id = :workspace AND m.group_id = :id
     ORDER BY c.search_key, c.id LIMIT :limit
)sql"};

constexpr db::Query count_place{"pricebook.count_group_place", R"sql(
    SELECT count(*) FROM pricebook_group_client
     WHERE workspace_id = :workspace AND group_id = :id AND client_id = :client
)sql"};

constexpr db::Query delete_place{"pricebook.delete_group_place", R"sql(
    DELETE FROM pricebook_group_client
     WHERE workspace_id = :workspace AND group_id = :id AND client_id = :client
)sql"};

} // namespace

void ClientGroupStore::insert(const ClientGroup& group)
{
    tx_.insert(group_table, group);
}

std::optional<ClientGroup> ClientGroupStore::find(GroupId id)
{
    return tx_.find<ClientGroup>(find_group, {{"id", id}});
}

std::optional<ClientGroup> ClientGroupStore::find_name(std::string_view search_key)
{
    return tx_.find<ClientGroup>(find_group_name, {{"search_key", search_key}});
}

void ClientGroupStore::rename(const ClientGroup& group)
{
    tx_.execute(rename_group,
                {{"id", group.id}, {"name", group.name}, {"search_key", group.search_key}});
}

void ClientGroupStore::remove(GroupId id)
{
    tx_.execute(empty_group, {{"id", id}});
    tx_.execute(delete_group, {{"id", id}});
}

int ClientGroupStore::count()
{
    return static_cast<int>(tx_.value<std::int64_t>(count_groups, {}).value_or(0));
}

std::vector<ClientGroupRow> ClientGroupStore::rows()
{
    return tx_.rows<ClientGroupRow>(group_rows, {{"limit", groups_max}});
}

std::vector<ClientGroup> ClientGroupStore::of_client(tenancy::ClientId client)
{
    return tx_.rows<ClientGroup>(groups_of_client, {{"client", client}, {"limit", groups_max}});
}

std::vector<GroupClientRow> ClientGroupStore::clients(GroupId group)
{
    return tx_.rows<GroupClientRow>(clients_of_group,
                                    {{"id", group}, {"limit", group_clients_max}});
}

bool ClientGroupStore::holds(GroupId group, tenancy::ClientId client)
{
    return tx_.value<std::int64_t>(count_place, {{"id", group}, {"client", client}}).value_or(0) >
           0;
}

void ClientGroupStore::add(GroupId group, tenancy::ClientId client)
{
    tx_.insert(place_table,
               Place{.id = tx_.make_id<PlaceId>().value, .group_id = group, .client_id = client});
}

void ClientGroupStore::take_out(GroupId group, tenancy::ClientId client)
{
    tx_.execute(delete_place, {{"id", group}, {"client", client}});
}

} // namespace pricebook
