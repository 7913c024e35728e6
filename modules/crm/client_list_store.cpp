#include "kernel/forms/field_types.hpp"
#include "modules/crm/client_store.hpp"

#include <limits>

namespace crm
{
namespace
{

/// Greater than every folded text: the end of a prefix range.
constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";
constexpr auto after_every_id = std::numeric_limits<std::int64_t>::max();

constexpr db::Query by_name{"crm.list_clients", R"sql(
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
       AND (CAST(:idle_since AS BIGINT) = 0
            OR (c.active_at > 0 AND c.active_at < :idle_since))
     ORDER BY c.search_key, c.id
     LIMIT :limit
)sql"};

constexpr db::Query by_name_down{"crm.list_clients_down", R"sql(
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
       AND (c.search_key, c.id) < (:after_key, :after_id)
       AND (CAST(:with_archived AS BOOLEAN) OR c.status <> 'archived'
            OR CAST(:status AS TEXT) = 'archived')
       AND (CAST(:status AS TEXT) = '' OR c.status = :status)
       AND (CAST(:type AS TEXT) = '' OR c.type = :type)
       AND (CAST(:tag AS BIGINT) = 0
            OR EXISTS (SELECT 1 FROM crm_client_tag u
                        WHERE u.workspace_id = c.workspace_id AND u.client_id = c.id
                          AND u.tag_id = :tag))
       AND c.created_at >= :since
       AND (CAST(:idle_since AS BIGINT) = 0
            OR (c.active_at > 0 AND c.active_at < :idle_since))
     ORDER BY c.search_key DESC, c.id DESC
     LIMIT :limit
)sql"};

// Ids are made in the order of time.
constexpr db::Query newest_first{"crm.newest_clients", R"sql(
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
       AND c.id < :after_id
       AND (CAST(:with_archived AS BOOLEAN) OR c.status <> 'archived'
            OR CAST(:status AS TEXT) = 'archived')
       AND (CAST(:status AS TEXT) = '' OR c.status = :status)
       AND (CAST(:type AS TEXT) = '' OR c.type = :type)
       AND (CAST(:tag AS BIGINT) = 0
            OR EXISTS (SELECT 1 FROM crm_client_tag u
                        WHERE u.workspace_id = c.workspace_id AND u.client_id = c.id
                          AND u.tag_id = :tag))
       AND c.created_at >= :since
       AND (CAST(:idle_since AS BIGINT) = 0
            OR (c.active_at > 0 AND c.active_at < :idle_since))
     ORDER BY c.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query oldest_first{"crm.oldest_clients", R"sql(
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
       AND c.id > :after_id
       AND (CAST(:with_archived AS BOOLEAN) OR c.status <> 'archived'
            OR CAST(:status AS TEXT) = 'archived')
       AND (CAST(:status AS TEXT) = '' OR c.status = :status)
       AND (CAST(:type AS TEXT) = '' OR c.type = :type)
       AND (CAST(:tag AS BIGINT) = 0
            OR EXISTS (SELECT 1 FROM crm_client_tag u
                        WHERE u.workspace_id = c.workspace_id AND u.client_id = c.id
                          AND u.tag_id = :tag))
       AND c.created_at >= :since
       AND (CAST(:idle_since AS BIGINT) = 0
            OR (c.active_at > 0 AND c.active_at < :idle_since))
     ORDER BY c.id
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
       AND (CAST(:idle_since AS BIGINT) = 0
            OR (c.active_at > 0 AND c.active_at < :idle_since))
     ORDER BY search_key, id
     LIMIT :limit
)sql"};

bool is_by_name(ClientOrder order)
{
    return order == ClientOrder::name || order == ClientOrder::name_down;
}

/// Where the page begins: before every row when no row was seen yet.
void bind_place(db::Binds& binds, const ClientSearch& search)
{
    const bool is_down =
        search.order == ClientOrder::name_down || search.order == ClientOrder::newest;
    const bool is_first_down = is_down && !search.after_id;
    binds.emplace_back("after_id", is_first_down ? after_every_id : search.after_id.value);
    if (is_by_name(search.order))
        binds.emplace_back("after_key", is_first_down ? after_every_text : search.after_key);
}

db::Binds binds_of(const ClientSearch& search)
{
    db::Binds binds{{"word", search.prefix},
                    {"email", search.email},
                    {"email_end", search.email + after_every_text},
                    {"digits", search.digits},
                    {"digits_end", search.digits + after_every_text},
                    {"with_archived", search.with_archived},
                    {"status", search.status ? std::string{forms::enum_name(*search.status)} : ""},
                    {"type", search.type},
                    {"tag", search.tag},
                    {"since", search.added_since},
                    {"idle_since", search.idle_since},
                    {"limit", search.limit}};
    bind_place(binds, search);
    return binds;
}

/// Each order is read from its index, whatever the page.
const db::Query& query_of(ClientOrder order)
{
    switch (order) {
    case ClientOrder::name_down:
        return by_name_down;
    case ClientOrder::newest:
        return newest_first;
    case ClientOrder::oldest:
        return oldest_first;
    case ClientOrder::name:
        break;
    }
    return by_name;
}

} // namespace

std::vector<ClientRow> ClientStore::list(const ClientSearch& search)
{
    return tx_.rows<ClientRow>(query_of(search.order), binds_of(search));
}

std::vector<Client> ClientStore::whole(const ClientSearch& search)
{
    auto by_name = search;
    by_name.order = ClientOrder::name;
    return tx_.rows<Client>(whole_clients, binds_of(by_name));
}

} // namespace crm
