#include "modules/crm/client_store.hpp"

#include "kernel/forms/field_types.hpp"

namespace crm
{
namespace
{

constexpr db::Table<Client> client_table{"crm_client"};
constexpr db::Table<Contact> contact_table{"crm_contact"};

constexpr int contacts_max = 100;
/// Greater than every folded text: the end of a prefix range.
constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";

constexpr db::Query find_client{"crm.find_client", R"sql(
    SELECT id, kind, type, sector, status, name, search_key, company_name, first_name, last_name,
           email, email_cipher, email_hash, phone, phone_cipher, phone_hash,
           billing_address, billing_postal_code, billing_city, billing_country,
           delivery_address, delivery_postal_code, delivery_city, delivery_country,
           language, priority, origin, created_at, updated_at, version
      FROM crm_client
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_client{"crm.update_client", R"sql(
    UPDATE crm_client
       SET kind = :kind, type = :type, status = :status, priority = :priority, name = :name,
           search_key = :search_key, company_name = :company_name, first_name = :first_name, last_name = :last_name,
           email = :email, phone = :phone, billing_address = :billing_address,
           billing_postal_code = :billing_postal_code, billing_city = :billing_city,
           billing_country = :billing_country, updated_at = :updated_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query client_by_email{"crm.client_by_email", R"sql(
    SELECT id
      FROM crm_client
     WHERE workspace_id = :workspace AND email = :email AND email <> '' AND status <> 'archived'
     ORDER BY id
     LIMIT 1
)sql"};

constexpr db::Query client_by_contact_email{"crm.client_by_contact_email", R"sql(
    SELECT client_id
      FROM crm_contact
     WHERE workspace_id = :workspace AND email = :email AND email <> ''
     ORDER BY id
     LIMIT 1
)sql"};

constexpr db::Query list_clients{"crm.list_clients", R"sql(
    SELECT c.id, c.name, c.search_key, c.kind, c.type, c.status, c.billing_city,
           (SELECT count(*) FROM crm_contact p
             WHERE p.workspace_id = c.workspace_id AND p.client_id = c.id) AS contact_count
      FROM crm_client c
     WHERE c.workspace_id = :workspace
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key
            OR (CAST(:email AS TEXT) <> '' AND c.email >= :email AND c.email < :email_end)
            OR (CAST(:digits AS TEXT) <> ''
                AND replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', '') >= :digits
                AND replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', '') < :digits_end)
            OR EXISTS (SELECT 1 FROM crm_contact p
                        WHERE p.workspace_id = c.workspace_id AND p.client_id = c.id
                          AND ((CAST(:email AS TEXT) <> '' AND p.email >= :email
                                AND p.email < :email_end)
                               OR (CAST(:digits AS TEXT) <> ''
                                   AND replace(replace(replace(p.phone, ' ', ''), '.', ''), '-', '') >= :digits
                                   AND replace(replace(replace(p.phone, ' ', ''), '.', ''), '-', '') < :digits_end))))
       AND (c.search_key, c.id) > (:after_key, :after_id)
       AND (CAST(:with_archived AS BOOLEAN) OR c.status <> 'archived'
            OR CAST(:status AS TEXT) = 'archived')
       AND (CAST(:status AS TEXT) = '' OR c.status = :status)
       AND (CAST(:type AS TEXT) = '' OR c.type = :type)
       AND (CAST(:tag AS BIGINT) = 0
            OR EXISTS (SELECT 1 FROM crm_client_tag u
                        WHERE u.workspace_id = c.workspace_id AND u.client_id = c.id
                          AND u.tag_id = :tag))
       AND c.created_at >= :since
     ORDER BY c.search_key, c.id
     LIMIT :limit
)sql"};

constexpr db::Query whole_clients{"crm.whole_clients", R"sql(
    SELECT id, kind, type, sector, status, name, search_key, company_name, first_name, last_name,
           email, email_cipher, email_hash, phone, phone_cipher, phone_hash,
           billing_address, billing_postal_code, billing_city, billing_country,
           delivery_address, delivery_postal_code, delivery_city, delivery_country,
           language, priority, origin, created_at, updated_at, version
      FROM crm_client c
     WHERE workspace_id = :workspace
       AND (CAST(:word AS TEXT) = ''
            OR replace(' ' || c.search_key, ' ' || CAST(:word AS TEXT), '') <> ' ' || c.search_key
            OR (CAST(:email AS TEXT) <> '' AND c.email >= :email AND c.email < :email_end)
            OR (CAST(:digits AS TEXT) <> ''
                AND replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', '') >= :digits
                AND replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', '') < :digits_end)
            OR EXISTS (SELECT 1 FROM crm_contact p
                        WHERE p.workspace_id = c.workspace_id AND p.client_id = c.id
                          AND ((CAST(:email AS TEXT) <> '' AND p.email >= :email
                                AND p.email < :email_end)
                               OR (CAST(:digits AS TEXT) <> ''
                                   AND replace(replace(replace(p.phone, ' ', ''), '.', ''), '-', '') >= :digits
                                   AND replace(replace(replace(p.phone, ' ', ''), '.', ''), '-', '') < :digits_end))))
       AND (search_key, id) > (:after_key, :after_id)
       AND (CAST(:with_archived AS BOOLEAN) OR c.status <> 'archived'
            OR CAST(:status AS TEXT) = 'archived')
       AND (CAST(:status AS TEXT) = '' OR c.status = :status)
       AND (CAST(:type AS TEXT) = '' OR c.type = :type)
       AND (CAST(:tag AS BIGINT) = 0
            OR EXISTS (SELECT 1 FROM crm_client_tag u
                        WHERE u.workspace_id = c.workspace_id AND u.client_id = c.id
                          AND u.tag_id = :tag))
       AND c.created_at >= :since
     ORDER BY search_key, id
     LIMIT :limit
)sql"};

constexpr db::Query list_contacts{"crm.list_contacts", R"sql(
    SELECT id, client_id, membership_id, name, job, email, email_cipher, email_hash,
           phone, phone_cipher, phone_hash, created_at
      FROM crm_contact
     WHERE workspace_id = :workspace AND client_id = :client
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query contact_of_membership{"crm.contact_of_membership", R"sql(
    SELECT id FROM crm_contact WHERE workspace_id = :workspace AND membership_id = :membership
)sql"};

constexpr db::Query link_contact_by_email{"crm.link_contact_by_email", R"sql(
    UPDATE crm_contact
       SET membership_id = :membership
     WHERE workspace_id = :workspace AND client_id = :client AND email = :email
       AND membership_id IS NULL
)sql"};

constexpr db::Query link_contact_by_id{"crm.link_contact", R"sql(
    UPDATE crm_contact SET membership_id = :membership
     WHERE workspace_id = :workspace AND id = :id AND membership_id IS NULL
)sql"};

db::Binds binds_of(const ClientSearch& search)
{
    return {{"word", search.prefix},
            {"email", search.email},
            {"email_end", search.email + after_every_text},
            {"digits", search.digits},
            {"digits_end", search.digits + after_every_text},
            {"after_key", search.after_key},
            {"after_id", search.after_id},
            {"with_archived", search.with_archived},
            {"status", search.status ? std::string{forms::enum_name(*search.status)} : ""},
            {"type", search.type},
            {"tag", search.tag},
            {"since", search.added_since},
            {"limit", search.limit}};
}

} // namespace

void ClientStore::insert(const Client& client)
{
    tx_.insert(client_table, client);
}

void ClientStore::insert(const Contact& contact)
{
    tx_.insert(contact_table, contact);
}

bool ClientStore::update(const Client& client, std::int64_t seen_version)
{
    return tx_.execute(update_client, {{"id", client.id},
                                       {"kind", client.kind},
                                       {"type", client.type},
                                       {"status", client.status},
                                       {"priority", client.priority},
                                       {"name", client.name},
                                       {"search_key", client.search_key},
                                       {"company_name", client.company_name},
                                       {"first_name", client.first_name},
                                       {"last_name", client.last_name},
                                       {"email", client.email},
                                       {"phone", client.phone},
                                       {"billing_address", client.billing_address},
                                       {"billing_postal_code", client.billing_postal_code},
                                       {"billing_city", client.billing_city},
                                       {"billing_country", client.billing_country},
                                       {"updated_at", client.updated_at},
                                       {"seen_version", seen_version}}) == 1;
}

std::optional<Client> ClientStore::find(tenancy::ClientId id)
{
    return tx_.find<Client>(find_client, {{"id", id}});
}

std::optional<tenancy::ClientId> ClientStore::find_by_email(std::string_view email)
{
    if (const auto own = tx_.value<tenancy::ClientId>(client_by_email, {{"email", email}}))
        return own;
    return tx_.value<tenancy::ClientId>(client_by_contact_email, {{"email", email}});
}

std::vector<ClientRow> ClientStore::list(const ClientSearch& search)
{
    return tx_.rows<ClientRow>(list_clients, binds_of(search));
}

std::vector<Client> ClientStore::whole(const ClientSearch& search)
{
    return tx_.rows<Client>(whole_clients, binds_of(search));
}

std::vector<Contact> ClientStore::contacts(tenancy::ClientId id)
{
    return tx_.rows<Contact>(list_contacts, {{"client", id}, {"limit", contacts_max}});
}

bool ClientStore::has_contact(tenancy::MembershipId membership)
{
    return tx_.value<std::int64_t>(contact_of_membership, {{"membership", membership}}).has_value();
}

bool ClientStore::link_contact(tenancy::ClientId client, std::string_view email,
                               tenancy::MembershipId membership)
{
    return tx_.execute(link_contact_by_email,
                       {{"client", client}, {"email", email}, {"membership", membership}}) > 0;
}

void ClientStore::link_contact(ContactId contact, tenancy::MembershipId membership)
{
    tx_.execute(link_contact_by_id, {{"id", contact}, {"membership", membership}});
}

} // namespace crm
