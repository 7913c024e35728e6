#include "modules/crm/portal_record_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/addresses.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_index.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/portal_details_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::size_t people_told_max = 20;

std::vector<tenancy::MembershipId> who_manage_clients(WorkspaceTransaction& tx)
{
    const auto& preset = tenancy::own_preset(tx.workspace());
    std::vector<tenancy::MembershipId> people;
    for (const auto& member : auth::members(tx)) {
        const auto* role = preset.find_role(member.role);
        const bool manages = member.side == tenancy::Side::staff && role != nullptr &&
                             role->permissions.contains("clients.manage");
        if (manages && people.size() < people_told_max) people.push_back(member.id);
    }
    return people;
}

void write_contact(WorkspaceTransaction& tx, const Contact& before, const Contact& after)
{
    PortalDetailsStore{tx}.update(after);
    search::replace(tx, names_of(before), names_of(after).terms);
}

/// The record as it will be: named, its addresses nobody else's.
void write_client(WorkspaceTransaction& tx, const Client& before, Client after)
{
    base::refuse_unless(missing_in(after) != Missing::name, "crm.refusal.no_name");
    base::refuse_unless(missing_in(after) != Missing::contact, "crm.refusal.no_contact");
    name_client(after);
    after.email = base::lower_ascii(after.email);
    after.updated_at = base::now();
    if (after.email != before.email && !after.email.empty()) refuse_shared_email(tx, after);
    if (!ClientStore{tx}.update(after, before.version))
        throw base::Refusal{"crm.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    PortalDetailsStore{tx}.update_rest(after);
    search::replace(tx, names_of(before), names_of(after).terms);
}

void audit_changes(WorkspaceTransaction& tx, const char* action, tenancy::ClientId client,
                   const std::vector<PortalChange>& changes)
{
    std::vector<audit::Change> lines;
    for (const auto& change : changes)
        lines.push_back({change.field, shown_value(change.field, change.before),
                         shown_value(change.field, change.after)});
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = std::move(lines)});
}

} // namespace

Details details_of(WorkspaceTransaction& tx, tenancy::ClientId client_id,
                   tenancy::MembershipId membership)
{
    const auto client = ClientStore{tx}.find(client_id);
    if (!client) throw base::NotFound{};
    auto contact = PortalDetailsStore{tx}.contact_of(membership);
    if (contact && contact->client_id != client_id) contact.reset();
    return {.client = *client,
            .contact = std::move(contact),
            .sign_in_email = auth::email_of(tx, membership)};
}

void write_changes(WorkspaceTransaction& tx, tenancy::MembershipId membership,
                   const Details& before, const std::vector<PortalChange>& changes)
{
    auto after = before;
    for (const auto& change : changes)
        set_value(after, change.field, change.after);
    if (after.sign_in_email != before.sign_in_email)
        auth::change_email(tx, auth::membership_by_id(tx, membership).person, after.sign_in_email);
    if (before.contact) write_contact(tx, *before.contact, *after.contact);
    write_client(tx, before.client, after.client);
    audit_changes(tx, "crm.details_changed", before.client.id, changes);
    touch_details(tx, before.client.id);
}

void note_refusal(WorkspaceTransaction& tx, const PortalChange& change)
{
    audit_changes(tx, "crm.change_refused", change.client_id, {change});
}

void tell_team(WorkspaceTransaction& tx, tenancy::ClientId client, DetailsNews news)
{
    events::publish(
        tx, ClientDetailsChanged{.client = client, .people = who_manage_clients(tx), .news = news});
}

void tell_waiting(WorkspaceTransaction& tx, tenancy::ClientId client,
                  const std::vector<PortalChange>& changes)
{
    audit_changes(tx, "crm.change_asked", client, changes);
    tell_team(tx, client, DetailsNews::waiting);
    touch_details(tx, client);
}

void touch_details(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    for (const auto& topic :
         {std::string{"clients"}, "client:" + client.text(), "my_details:" + client.text()})
        events::touch(tx, topic);
}

} // namespace crm
