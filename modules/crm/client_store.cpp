#include "modules/crm/client_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<Client> client_table{"crm_client"};
constexpr db::Table<Contact> contact_table{"crm_contact"};

constexpr int contacts_max = 100;

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
