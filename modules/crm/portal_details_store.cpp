#include "modules/crm/portal_details_store.hpp"

#include "kernel/forms/field_types.hpp"

namespace crm
{
namespace
{

constexpr db::Table<PortalChange> change_table{"crm_portal_change"};

struct UseRow {
    std::string field;
    FieldUse field_use = FieldUse::read;
};
BOOST_DESCRIBE_STRUCT(UseRow, (), (field, field_use))

constexpr db::Query list_uses{"crm.portal_fields", R"sql(
    SELECT field, field_use FROM crm_portal_field WHERE workspace_id = :workspace ORDER BY field
)sql"};

constexpr db::Query save_use{"crm.save_portal_field", R"sql(
    INSERT INTO crm_portal_field (workspace_id, field, field_use)
    VALUES (:workspace, :field, :field_use)
    ON CONFLICT (workspace_id, field) DO UPDATE SET field_use = excluded.field_use
)sql"};

constexpr db::Query replace_changes{"crm.replace_portal_changes", R"sql(
    UPDATE crm_portal_change SET state = 'replaced', settled_at = :now, link_hash = NULL
     WHERE workspace_id = :workspace AND membership_id = :membership AND field = :field
       AND state IN ('confirming', 'waiting')
)sql"};

constexpr db::Query find_change{"crm.find_portal_change", R"sql(
    SELECT id, client_id, membership_id, field, before, after, state, reason, link_hash, asked_at,
           expires_at, settled_at, settled_by
      FROM crm_portal_change
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_link{"crm.portal_change_by_link", R"sql(
    SELECT id, client_id, membership_id, field, before, after, state, reason, link_hash, asked_at,
           expires_at, settled_at, settled_by
      FROM crm_portal_change
     WHERE workspace_id = :workspace AND link_hash = :link_hash
)sql"};

constexpr db::Query list_of_client{"crm.portal_changes", R"sql(
    SELECT id, client_id, membership_id, field, before, after, state, reason, link_hash, asked_at,
           expires_at, settled_at, settled_by
      FROM crm_portal_change
     WHERE workspace_id = :workspace AND client_id = :client
       AND (state IN ('confirming', 'waiting') OR (state = 'refused' AND settled_at > :since))
     ORDER BY id
     LIMIT 100
)sql"};

constexpr db::Query list_open{"crm.open_portal_changes", R"sql(
    SELECT id, client_id, membership_id, field, before, after, state, reason, link_hash, asked_at,
           expires_at, settled_at, settled_by
      FROM crm_portal_change
     WHERE workspace_id = :workspace AND membership_id = :membership
       AND (state = 'waiting' OR (state = 'confirming' AND expires_at > :now))
     ORDER BY id
     LIMIT 100
)sql"};

constexpr db::Query list_waiting{"crm.waiting_portal_changes", R"sql(
    SELECT id, client_id, membership_id, field, before, after, state, reason, link_hash, asked_at,
           expires_at, settled_at, settled_by
      FROM crm_portal_change
     WHERE workspace_id = :workspace AND client_id = :client AND state = 'waiting'
     ORDER BY id
     LIMIT 100
)sql"};

constexpr db::Query count_asked_addresses{"crm.count_asked_addresses", R"sql(
    SELECT count(*) FROM crm_portal_change
     WHERE workspace_id = :workspace AND membership_id = :membership AND expires_at IS NOT NULL
       AND asked_at > :since
)sql"};

constexpr db::Query list_addresses{"crm.earlier_addresses", R"sql(
    SELECT lower(before) AS address FROM crm_portal_change
     WHERE workspace_id = :workspace AND membership_id = :membership AND field = 'contact_email'
       AND before <> ''
    UNION
    SELECT lower(after) AS address FROM crm_portal_change
     WHERE workspace_id = :workspace AND membership_id = :membership AND field = 'contact_email'
       AND after <> '' AND state IN ('done', 'waiting', 'refused')
     ORDER BY address
     LIMIT 100
)sql"};

constexpr db::Query settle_change{"crm.settle_portal_change", R"sql(
    UPDATE crm_portal_change
       SET state = :state, reason = :reason, settled_at = :settled_at, settled_by = :settled_by,
           link_hash = NULL
     WHERE workspace_id = :workspace AND id = :id AND state = :from
)sql"};

constexpr db::Query contact_of_member{"crm.contact_of_member", R"sql(
    SELECT id, client_id, membership_id, name, job, email, email_cipher, email_hash, phone,
           phone_cipher, phone_hash, created_at
      FROM crm_contact
     WHERE workspace_id = :workspace AND membership_id = :membership
)sql"};

constexpr db::Query update_contact{"crm.update_own_contact", R"sql(
    UPDATE crm_contact SET name = :name, job = :job, phone = :phone, email = :email
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_rest_of_client{"crm.update_own_record", R"sql(
    UPDATE crm_client
       SET language = :language, delivery_address = :delivery_address,
           delivery_postal_code = :delivery_postal_code, delivery_city = :delivery_city
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query forget_settled{"crm.forget_settled_changes", R"sql(
    DELETE FROM crm_portal_change
     WHERE workspace_id = :workspace AND state <> 'waiting' AND asked_at < :before
       AND (settled_at IS NULL OR settled_at < :before)
       AND NOT (state = 'done' AND field = 'contact_email')
)sql"};

constexpr db::Query forget_replaced{"crm.forget_replaced_values", R"sql(
    DELETE FROM crm_merge_field
     WHERE workspace_id = :workspace
       AND merge_id IN (SELECT id FROM crm_merge
                         WHERE workspace_id = :workspace AND merged_at < :before)
)sql"};

constexpr db::Query forget_of_member{"crm.forget_portal_changes_of_member", R"sql(
    DELETE FROM crm_portal_change WHERE workspace_id = :workspace AND membership_id = :membership
)sql"};

constexpr db::Query forget_of_client{"crm.forget_portal_changes_of_client", R"sql(
    DELETE FROM crm_portal_change WHERE workspace_id = :workspace AND client_id = :client
)sql"};

} // namespace

FieldUses PortalDetailsStore::uses()
{
    FieldUses uses;
    for (const auto& row : tx_.rows<UseRow>(list_uses, {}))
        uses[row.field] = row.field_use;
    return uses;
}

void PortalDetailsStore::set_use(std::string_view field, FieldUse use)
{
    tx_.execute(save_use, {{"field", field}, {"field_use", use}});
}

void PortalDetailsStore::insert(const PortalChange& change)
{
    tx_.insert(change_table, change);
}

void PortalDetailsStore::replace(tenancy::MembershipId membership, std::string_view field)
{
    tx_.execute(replace_changes,
                {{"membership", membership}, {"field", field}, {"now", base::now()}});
}

std::optional<PortalChange> PortalDetailsStore::find(PortalChangeId id)
{
    return tx_.find<PortalChange>(find_change, {{"id", id}});
}

std::optional<PortalChange> PortalDetailsStore::find_by_link(std::string_view link_hash)
{
    return tx_.find<PortalChange>(find_link, {{"link_hash", link_hash}});
}

std::vector<PortalChange> PortalDetailsStore::open_of(tenancy::MembershipId membership)
{
    return tx_.rows<PortalChange>(list_open, {{"membership", membership}, {"now", base::now()}});
}

std::vector<PortalChange> PortalDetailsStore::of_client(tenancy::ClientId client,
                                                        base::Instant settled_since)
{
    return tx_.rows<PortalChange>(list_of_client, {{"client", client}, {"since", settled_since}});
}

std::vector<PortalChange> PortalDetailsStore::waiting(tenancy::ClientId client)
{
    return tx_.rows<PortalChange>(list_waiting, {{"client", client}});
}

std::int64_t PortalDetailsStore::count_addresses(tenancy::MembershipId membership,
                                                 base::Instant since)
{
    return tx_
        .value<std::int64_t>(count_asked_addresses, {{"membership", membership}, {"since", since}})
        .value_or(0);
}

std::vector<std::string> PortalDetailsStore::earlier_addresses(tenancy::MembershipId membership)
{
    return tx_.values<std::string>(list_addresses, {{"membership", membership}});
}

bool PortalDetailsStore::settle(const PortalChange& change, ChangeState from)
{
    return tx_.execute(settle_change, {{"id", change.id},
                                       {"state", change.state},
                                       {"reason", change.reason},
                                       {"settled_at", change.settled_at},
                                       {"settled_by", change.settled_by},
                                       {"from", from}}) == 1;
}

std::optional<Contact> PortalDetailsStore::contact_of(tenancy::MembershipId membership)
{
    return tx_.find<Contact>(contact_of_member, {{"membership", membership}});
}

void PortalDetailsStore::update(const Contact& contact)
{
    tx_.execute(update_contact, {{"id", contact.id},
                                 {"name", contact.name},
                                 {"job", contact.job},
                                 {"phone", contact.phone},
                                 {"email", contact.email}});
}

void PortalDetailsStore::update_rest(const Client& client)
{
    tx_.execute(update_rest_of_client, {{"id", client.id},
                                        {"language", client.language},
                                        {"delivery_address", client.delivery_address},
                                        {"delivery_postal_code", client.delivery_postal_code},
                                        {"delivery_city", client.delivery_city}});
}

void PortalDetailsStore::forget_past(base::Instant before)
{
    for (const auto* query : {&forget_settled, &forget_replaced})
        tx_.execute(*query, {{"before", before}});
}

void PortalDetailsStore::forget_of(tenancy::MembershipId membership)
{
    tx_.execute(forget_of_member, {{"membership", membership}});
}

void PortalDetailsStore::forget_of(tenancy::ClientId client)
{
    tx_.execute(forget_of_client, {{"client", client}});
}

} // namespace crm
