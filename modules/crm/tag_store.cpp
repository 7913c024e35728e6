#include "modules/crm/tag_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<Tag> tag_table{"crm_tag"};

constexpr db::Query update_tag{"crm.update_tag", R"sql(
    UPDATE crm_tag SET name = :name, search_key = :search_key, tone = :tone
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_uses{"crm.delete_tag_uses", R"sql(
    DELETE FROM crm_client_tag WHERE workspace_id = :workspace AND tag_id = :id
)sql"};

constexpr db::Query delete_tag{"crm.delete_tag", R"sql(
    DELETE FROM crm_tag WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_tag{"crm.find_tag", R"sql(
    SELECT id, name, search_key, tone FROM crm_tag
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_tag_by_key{"crm.find_tag_by_key", R"sql(
    SELECT id, name, search_key, tone FROM crm_tag
     WHERE workspace_id = :workspace AND search_key = :search_key
)sql"};

constexpr db::Query list_tags{"crm.tags", R"sql(
    SELECT t.id, t.name, t.tone,
           (SELECT count(*) FROM crm_client_tag u
             WHERE u.workspace_id = t.workspace_id AND u.tag_id = t.id) AS clients
      FROM crm_tag t
     WHERE t.workspace_id = :workspace
     ORDER BY t.search_key
     LIMIT :limit
)sql"};

constexpr db::Query list_tags_of{"crm.tags_of_client", R"sql(
    SELECT t.id, t.name, t.search_key, t.tone
      FROM crm_client_tag u
      JOIN crm_tag t ON t.workspace_id = u.workspace_id AND t.id = u.tag_id
     WHERE u.workspace_id = :workspace AND u.client_id = :client
     ORDER BY t.search_key
     LIMIT :limit
)sql"};

constexpr db::Query add_to_client{"crm.tag_client", R"sql(
    INSERT INTO crm_client_tag (workspace_id, client_id, tag_id)
    VALUES (:workspace, :client, :tag)
    ON CONFLICT (workspace_id, client_id, tag_id) DO NOTHING
)sql"};

constexpr db::Query take_off_client{"crm.untag_client", R"sql(
    DELETE FROM crm_client_tag
     WHERE workspace_id = :workspace AND client_id = :client AND tag_id = :tag
)sql"};

constexpr db::Query give_all_clients{"crm.give_tag_to_clients", R"sql(
    INSERT INTO crm_client_tag (workspace_id, client_id, tag_id)
    SELECT workspace_id, client_id, CAST(:into AS BIGINT)
      FROM crm_client_tag
     WHERE workspace_id = :workspace AND tag_id = :from
    ON CONFLICT (workspace_id, client_id, tag_id) DO NOTHING
)sql"};

} // namespace

void TagStore::insert(const Tag& tag)
{
    tx_.insert(tag_table, tag);
}

void TagStore::update(const Tag& tag)
{
    tx_.execute(
        update_tag,
        {{"id", tag.id}, {"name", tag.name}, {"search_key", tag.search_key}, {"tone", tag.tone}});
}

void TagStore::remove(TagId id)
{
    tx_.execute(delete_uses, {{"id", id}});
    tx_.execute(delete_tag, {{"id", id}});
}

std::optional<Tag> TagStore::find(TagId id)
{
    return tx_.find<Tag>(find_tag, {{"id", id}});
}

std::optional<Tag> TagStore::find_by_key(std::string_view search_key)
{
    return tx_.find<Tag>(find_tag_by_key, {{"search_key", search_key}});
}

std::vector<TagUse> TagStore::all()
{
    return tx_.rows<TagUse>(list_tags, {{"limit", tags_max}});
}

std::vector<Tag> TagStore::tags_of(tenancy::ClientId client)
{
    return tx_.rows<Tag>(list_tags_of, {{"client", client}, {"limit", tags_of_client_max}});
}

void TagStore::add(tenancy::ClientId client, TagId tag)
{
    tx_.execute(add_to_client, {{"client", client}, {"tag", tag}});
}

bool TagStore::take_off(tenancy::ClientId client, TagId tag)
{
    return tx_.execute(take_off_client, {{"client", client}, {"tag", tag}}) > 0;
}

std::int64_t TagStore::give_all(TagId from, TagId into)
{
    return tx_.execute(give_all_clients, {{"from", from}, {"into", into}});
}

} // namespace crm
