#include "modules/crm/erasure_store.hpp"

#include "kernel/base/text.hpp"

#include <boost/describe/class.hpp>

namespace crm
{

BOOST_DESCRIBE_STRUCT(EndedClient, (), (id, name, changed_at))

namespace
{

constexpr db::Query of_person{"crm.contacts_of_person", R"sql(
    SELECT id, client_id, membership_id, name, job, email, email_cipher, email_hash, phone,
           phone_cipher, phone_hash, created_at
    FROM crm_contact
    WHERE workspace_id = :workspace
      AND id IN (SELECT id FROM crm_contact
                  WHERE workspace_id = :workspace AND membership_id = :membership
                  UNION
                 SELECT id FROM crm_contact
                  WHERE workspace_id = :workspace AND lower(email) = :email
                    AND CAST(:email AS TEXT) <> '')
    ORDER BY id LIMIT 100
)sql"};

constexpr db::Query of_email{"crm.clients_of_email", R"sql(
    SELECT id FROM crm_client
    WHERE workspace_id = :workspace AND lower(email) = :email AND email <> ''
    ORDER BY id LIMIT 100
)sql"};

constexpr db::Query ended{"crm.ended_clients", R"sql(
    SELECT c.id, c.name, c.updated_at AS changed_at FROM crm_client c
    WHERE c.workspace_id = :workspace AND c.status = 'archived' AND c.updated_at < :before
      AND (c.updated_at, c.id) > (:after, :after_id)
      AND (c.email <> '' OR c.phone <> '' OR c.company_name <> '' OR c.first_name <> '')
      AND NOT EXISTS (SELECT 1 FROM crm_interaction i WHERE i.workspace_id = :workspace
                        AND i.client_id = c.id AND i.happened_at >= :before)
      AND NOT EXISTS (SELECT 1 FROM crm_note n WHERE n.workspace_id = :workspace
                        AND n.client_id = c.id AND n.written_at >= :before)
      AND NOT EXISTS (SELECT 1 FROM crm_alert a WHERE a.workspace_id = :workspace
                        AND a.client_id = c.id AND a.written_at >= :before)
      AND NOT EXISTS (SELECT 1 FROM crm_document d WHERE d.workspace_id = :workspace
                        AND d.client_id = c.id AND d.added_at >= :before)
      AND NOT EXISTS (SELECT 1 FROM crm_contact p WHERE p.workspace_id = :workspace
                        AND p.client_id = c.id AND p.created_at >= :before)
    ORDER BY c.updated_at, c.id LIMIT :limit
)sql"};

constexpr db::Query changed{"crm.client_changed_at", R"sql(
    SELECT updated_at FROM crm_client WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query others_with{"crm.others_with_address", R"sql(
    SELECT count(*) FROM crm_client
    WHERE workspace_id = :workspace AND id <> :id AND lower(email) = :email
)sql"};

constexpr db::Query empty{"crm.empty_contact", R"sql(
    UPDATE crm_contact
    SET name = :name, job = '', email = '', email_cipher = NULL, email_hash = NULL, phone = '',
        phone_cipher = NULL, phone_hash = NULL
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query forget_client_notes{"crm.forget_notes", R"sql(
    DELETE FROM crm_note WHERE workspace_id = :workspace AND client_id = :client
)sql"};
constexpr db::Query forget_client_alerts{"crm.forget_alerts", R"sql(
    DELETE FROM crm_alert WHERE workspace_id = :workspace AND client_id = :client
)sql"};
constexpr db::Query forget_client_interactions{"crm.forget_interactions", R"sql(
    DELETE FROM crm_interaction WHERE workspace_id = :workspace AND client_id = :client
)sql"};
constexpr db::Query forget_client_tags{"crm.forget_tags", R"sql(
    DELETE FROM crm_client_tag WHERE workspace_id = :workspace AND client_id = :client
)sql"};
constexpr db::Query forget_merged_values{"crm.forget_merged_values", R"sql(
    DELETE FROM crm_merge_field
    WHERE workspace_id = :workspace
      AND merge_id IN (SELECT id FROM crm_merge
                        WHERE workspace_id = :workspace
                          AND (kept_id = :client OR merged_id = :client))
)sql"};

constexpr db::Query merged_into_client{"crm.merged_into_client", R"sql(
    SELECT merged_id FROM crm_merge
    WHERE workspace_id = :workspace AND kept_id = :client AND NOT is_undone
    ORDER BY id LIMIT 100
)sql"};

std::vector<EndedClient> ended_after(tenancy::WorkspaceTransaction& tx, base::Instant before,
                                     const EndedClient& after, std::int64_t limit)
{
    return tx.rows<EndedClient>(ended, {{"before", before},
                                        {"after", after.changed_at},
                                        {"after_id", after.id},
                                        {"limit", limit}});
}

} // namespace

std::vector<Contact> contacts_of_person(tenancy::WorkspaceTransaction& tx,
                                        tenancy::MembershipId membership, std::string_view email)
{
    return tx.rows<Contact>(of_person, {{"membership", membership}, {"email", email}});
}

std::vector<tenancy::ClientId> clients_of_email(tenancy::WorkspaceTransaction& tx,
                                                std::string_view email)
{
    return tx.values<tenancy::ClientId>(of_email, {{"email", email}});
}

std::vector<tenancy::ClientId> clients_of_person(tenancy::WorkspaceTransaction& tx,
                                                 tenancy::MembershipId membership,
                                                 std::string_view email)
{
    const auto lower = base::lower_ascii(email);
    auto clients = clients_of_email(tx, lower);
    for (const auto& contact : contacts_of_person(tx, membership, lower))
        clients.push_back(contact.client_id);
    return clients;
}

std::vector<EndedClient> ended_clients(tenancy::WorkspaceTransaction& tx, base::Instant before,
                                       const EndedClient& after)
{
    return ended_after(tx, before, after, ended_clients_max);
}

bool is_ended(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id, base::Instant before)
{
    const auto changed_at = tx.value<base::Instant>(changed, {{"id", id}});
    if (!changed_at) return false;
    const EndedClient last_before{.id = {id.value - 1}, .name = {}, .changed_at = *changed_at};
    const auto found = ended_after(tx, before, last_before, 1);
    return !found.empty() && found.front().id == id;
}

bool is_address_of_another(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id,
                           std::string_view email)
{
    return tx.value<std::int64_t>(others_with, {{"id", id}, {"email", base::lower_ascii(email)}})
               .value_or(0) > 0;
}

void empty_contact(tenancy::WorkspaceTransaction& tx, ContactId id, const std::string& name)
{
    tx.execute(empty, {{"id", id}, {"name", name}});
}

void forget_notes(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    for (const auto* query :
         {&forget_client_notes, &forget_client_alerts, &forget_client_interactions,
          &forget_client_tags, &forget_merged_values})
        tx.execute(*query, {{"client", id}});
}

std::vector<tenancy::ClientId> merged_into(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id)
{
    return tx.values<tenancy::ClientId>(merged_into_client, {{"client", id}});
}

} // namespace crm
