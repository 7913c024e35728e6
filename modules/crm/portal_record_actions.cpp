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

#include <algorithm>

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
    for (const auto& member : auth::active_staff(tx)) {
        const auto* role = preset.find_role(member.role);
        const bool manages = role != nullptr && role->permissions.contains("clients.manage");
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

bool is_of_person(const PortalChange& change)
{
    const auto field = std::ranges::find(portal_fields, change.field, &PortalField::code);
    return field != portal_fields.end() && field->of == FieldOf::person;
}

/// Of one person. What is his is told of him: forgotten with him, the record's words stay.
void audit_changes(WorkspaceTransaction& tx, const char* action,
                   const std::vector<PortalChange>& changes)
{
    std::vector<audit::Change> of_person;
    std::vector<audit::Change> of_record;
    for (const auto& change : changes)
        (is_of_person(change) ? of_person : of_record)
            .push_back({change.field, shown_value(change.field, change.before),
                        shown_value(change.field, change.after)});
    if (!of_person.empty())
        audit::append(tx, {.action = action,
                           .subject_kind = "membership",
                           .subject = changes.front().membership_id.value,
                           .changes = std::move(of_person)});
    if (!of_record.empty())
        audit::append(tx, {.action = action,
                           .subject_kind = "client",
                           .subject = changes.front().client_id.value,
                           .changes = std::move(of_record)});
}

bool is_record_changed(const Details& before, const Details& after)
{
    return std::ranges::any_of(portal_fields, [&](const PortalField& field) {
        return field.of == FieldOf::record &&
               value_of(before, field.code) != value_of(after, field.code);
    });
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
    if (is_record_changed(before, after)) write_client(tx, before.client, after.client);
    audit_changes(tx, "crm.details_changed", changes);
    touch_details(tx, before.client.id);
}

void note_refusal(WorkspaceTransaction& tx, const PortalChange& change)
{
    audit_changes(tx, "crm.change_refused", {change});
}

void tell_team(WorkspaceTransaction& tx, tenancy::ClientId client, DetailsNews news)
{
    events::publish(
        tx, ClientDetailsChanged{.client = client, .people = who_manage_clients(tx), .news = news});
}

void tell_waiting(WorkspaceTransaction& tx, tenancy::ClientId client,
                  const std::vector<PortalChange>& changes)
{
    audit_changes(tx, "crm.change_asked", changes);
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
