#include "modules/crm/duplicate_store.hpp"

namespace crm
{
namespace
{

constexpr std::int64_t only_rule = 1;
constexpr int alikes_read = 30;

constexpr db::Query find_alikes{"crm.alikes", R"sql(
    SELECT id, name, billing_city AS city, status, 'email' AS reason, FALSE AS is_of_contact
      FROM crm_client
     WHERE workspace_id = :workspace AND email = :email AND email <> '' AND id <> :self
     UNION ALL
    SELECT c.id, c.name, c.billing_city AS city, c.status, 'email' AS reason,
           TRUE AS is_of_contact
      FROM crm_contact p
      JOIN crm_client c ON c.workspace_id = p.workspace_id AND c.id = p.client_id
     WHERE p.workspace_id = :workspace AND p.email = :email AND p.email <> ''
       AND p.client_id <> :self
     UNION ALL
    SELECT id, name, billing_city AS city, status, 'phone' AS reason, FALSE AS is_of_contact
      FROM crm_client
     WHERE workspace_id = :workspace AND phone = :phone AND phone <> '' AND id <> :self
     UNION ALL
    SELECT c.id, c.name, c.billing_city AS city, c.status, 'phone' AS reason,
           TRUE AS is_of_contact
      FROM crm_contact p
      JOIN crm_client c ON c.workspace_id = p.workspace_id AND c.id = p.client_id
     WHERE p.workspace_id = :workspace AND p.phone = :phone AND p.phone <> ''
       AND p.client_id <> :self
     UNION ALL
    SELECT id, name, billing_city AS city, status, 'name' AS reason, FALSE AS is_of_contact
      FROM crm_client
     WHERE workspace_id = :workspace AND search_key = :key AND search_key <> '' AND id <> :self
     LIMIT :limit
)sql"};

constexpr db::Query pairs_by_email{"crm.duplicates_by_email", R"sql(
    INSERT INTO crm_duplicate (workspace_id, first_id, second_id, reason, state, found_at)
    SELECT a.workspace_id, a.id, b.id, 'email', 'waiting', CAST(:at AS BIGINT)
      FROM crm_client a
      JOIN crm_client b ON b.workspace_id = a.workspace_id AND b.email = a.email AND b.id > a.id
     WHERE a.workspace_id = :workspace AND a.email <> ''
       AND a.status <> 'archived' AND b.status <> 'archived'
       AND NOT EXISTS (SELECT 1 FROM crm_duplicate d
                        WHERE d.workspace_id = a.workspace_id AND d.first_id = a.id
                          AND d.second_id = b.id)
     ORDER BY a.id, b.id
     LIMIT :limit
)sql"};

constexpr db::Query pairs_by_phone{"crm.duplicates_by_phone", R"sql(
    INSERT INTO crm_duplicate (workspace_id, first_id, second_id, reason, state, found_at)
    SELECT a.workspace_id, a.id, b.id, 'phone', 'waiting', CAST(:at AS BIGINT)
      FROM crm_client a
      JOIN crm_client b ON b.workspace_id = a.workspace_id AND b.phone = a.phone AND b.id > a.id
     WHERE a.workspace_id = :workspace AND a.phone <> ''
       AND a.status <> 'archived' AND b.status <> 'archived'
       AND NOT EXISTS (SELECT 1 FROM crm_duplicate d
                        WHERE d.workspace_id = a.workspace_id AND d.first_id = a.id
                          AND d.second_id = b.id)
     ORDER BY a.id, b.id
     LIMIT :limit
)sql"};

constexpr db::Query pairs_by_name{"crm.duplicates_by_name", R"sql(
    INSERT INTO crm_duplicate (workspace_id, first_id, second_id, reason, state, found_at)
    SELECT a.workspace_id, a.id, b.id, 'name', 'waiting', CAST(:at AS BIGINT)
      FROM crm_client a
      JOIN crm_client b ON b.workspace_id = a.workspace_id AND b.search_key = a.search_key
                       AND b.id > a.id
     WHERE a.workspace_id = :workspace AND a.search_key <> ''
       AND a.status <> 'archived' AND b.status <> 'archived'
       AND NOT EXISTS (SELECT 1 FROM crm_duplicate d
                        WHERE d.workspace_id = a.workspace_id AND d.first_id = a.id
                          AND d.second_id = b.id)
     ORDER BY a.id, b.id
     LIMIT :limit
)sql"};

constexpr db::Query list_waiting{"crm.duplicates", R"sql(
    SELECT d.first_id, d.second_id, d.reason, a.name AS first_name,
           CASE WHEN a.email <> '' THEN a.email ELSE a.phone END AS first_detail,
           b.name AS second_name,
           CASE WHEN b.email <> '' THEN b.email ELSE b.phone END AS second_detail
      FROM crm_duplicate d
      JOIN crm_client a ON a.workspace_id = d.workspace_id AND a.id = d.first_id
      JOIN crm_client b ON b.workspace_id = d.workspace_id AND b.id = d.second_id
     WHERE d.workspace_id = :workspace AND d.state = 'waiting'
       AND a.status <> 'archived' AND b.status <> 'archived'
     ORDER BY d.first_id, d.second_id
     LIMIT :limit
)sql"};

constexpr db::Query dismiss_pair{"crm.dismiss_duplicate", R"sql(
    UPDATE crm_duplicate SET state = 'dismissed'
     WHERE workspace_id = :workspace AND first_id = :first AND second_id = :second
       AND state = 'waiting'
)sql"};

constexpr db::Query delete_pairs{"crm.delete_duplicates", R"sql(
    DELETE FROM crm_duplicate
     WHERE workspace_id = :workspace AND (first_id = :client OR second_id = :client)
)sql"};

constexpr db::Query count_pairs{"crm.count_duplicates", R"sql(
    SELECT count(*) FROM (
        SELECT 1 AS one FROM crm_duplicate
         WHERE workspace_id = :workspace AND state = 'waiting' LIMIT 100) AS some
)sql"};

constexpr db::Query find_rule{"crm.duplicate_rule", R"sql(
    SELECT shares_emails FROM crm_duplicate_rule WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query save_rule{"crm.save_duplicate_rule", R"sql(
    INSERT INTO crm_duplicate_rule (workspace_id, id, shares_emails)
    VALUES (:workspace, :id, :shares)
    ON CONFLICT (workspace_id, id) DO UPDATE SET shares_emails = excluded.shares_emails
)sql"};

constexpr db::Query hold_rule{"crm.hold_addresses", R"sql(
    INSERT INTO crm_duplicate_rule (workspace_id, id, shares_emails)
    VALUES (:workspace, :id, FALSE)
    ON CONFLICT (workspace_id, id) DO UPDATE SET shares_emails = crm_duplicate_rule.shares_emails
)sql"};

const db::Query& query_for(DuplicateReason reason)
{
    if (reason == DuplicateReason::email) return pairs_by_email;
    return reason == DuplicateReason::phone ? pairs_by_phone : pairs_by_name;
}

} // namespace

std::vector<Alike> DuplicateStore::alikes(const Client& client)
{
    return tx_.rows<Alike>(find_alikes, {{"email", client.email},
                                         {"phone", client.phone},
                                         {"key", client.search_key},
                                         {"self", client.id},
                                         {"limit", alikes_read}});
}

std::int64_t DuplicateStore::find_pairs(DuplicateReason reason, base::Instant at)
{
    return tx_.execute(query_for(reason), {{"at", at}, {"limit", duplicate_pairs_found_max}});
}

std::vector<DuplicatePair> DuplicateStore::waiting()
{
    return tx_.rows<DuplicatePair>(list_waiting, {{"limit", duplicate_pairs_shown}});
}

std::int64_t DuplicateStore::count_waiting()
{
    return tx_.value<std::int64_t>(count_pairs).value_or(0);
}

bool DuplicateStore::dismiss(tenancy::ClientId first, tenancy::ClientId second)
{
    return tx_.execute(dismiss_pair, {{"first", first}, {"second", second}}) == 1;
}

void DuplicateStore::forget(tenancy::ClientId client)
{
    tx_.execute(delete_pairs, {{"client", client}});
}

void DuplicateStore::hold_addresses()
{
    tx_.execute(hold_rule, {{"id", only_rule}});
}

bool DuplicateStore::shares_emails()
{
    return tx_.value<bool>(find_rule, {{"id", only_rule}}).value_or(false);
}

void DuplicateStore::set_shares_emails(bool shares)
{
    tx_.execute(save_rule, {{"id", only_rule}, {"shares", shares}});
}

} // namespace crm
