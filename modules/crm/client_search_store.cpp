#include "modules/crm/client_search_store.hpp"

#include "kernel/search/search.hpp"

namespace crm
{
namespace
{

constexpr db::Query client_hits{"crm.client_hits", R"sql(
    SELECT id, id AS client_id, name, billing_city AS detail, status
      FROM crm_client
     WHERE workspace_id = :workspace AND id IN (:a, :b, :c, :d, :e, :f, :g, :h)
)sql"};

constexpr db::Query contact_hits{"crm.contact_hits", R"sql(
    SELECT p.id, p.client_id, p.name, c.name AS detail, c.status
      FROM crm_contact p
      JOIN crm_client c ON c.workspace_id = p.workspace_id AND c.id = p.client_id
     WHERE p.workspace_id = :workspace AND p.id IN (:a, :b, :c, :d, :e, :f, :g, :h)
       AND p.name <> c.name
)sql"};

constexpr db::Query find_contact{"crm.find_contact", R"sql(
    SELECT id, client_id, membership_id, name, job, email, email_cipher, email_hash,
           phone, phone_cipher, phone_hash, created_at
      FROM crm_contact
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query next_clients{"crm.next_client_ids", R"sql(
    SELECT id FROM crm_client WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query next_contacts{"crm.next_contact_ids", R"sql(
    SELECT id FROM crm_contact WHERE workspace_id = :workspace AND id > :after
     ORDER BY id LIMIT :limit
)sql"};

} // namespace

std::vector<ClientHit> ClientSearchStore::clients(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<ClientHit>(client_hits, search::id_binds(ids));
}

std::vector<ClientHit> ClientSearchStore::contacts(const std::vector<std::int64_t>& ids)
{
    return tx_.rows<ClientHit>(contact_hits, search::id_binds(ids));
}

std::optional<Contact> ClientSearchStore::contact(ContactId id)
{
    return tx_.find<Contact>(find_contact, {{"id", id}});
}

std::vector<std::int64_t> ClientSearchStore::client_ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_clients, {{"after", after}, {"limit", limit}});
}

std::vector<std::int64_t> ClientSearchStore::contact_ids(std::int64_t after, int limit)
{
    return tx_.values<std::int64_t>(next_contacts, {{"after", after}, {"limit", limit}});
}

} // namespace crm
