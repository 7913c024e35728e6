#include "modules/crm/client_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/client_batch_store.hpp"
#include "modules/crm/client_index.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/events.hpp"

namespace crm
{
namespace
{

using base::refuse_unless;

void touch_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client)
{
    events::touch(tx, "clients");
    events::touch(tx, "client:" + client.text());
}

audit::Change type_change(tenancy::WorkspaceTransaction& tx, const Client& before,
                          const Client& after)
{
    if (before.type == after.type) return {"type", "", ""};
    const auto types = client_types(tx);
    return {"type", type_name(types, before.type), type_name(types, after.type)};
}

void audit_contact(tenancy::WorkspaceTransaction& tx, const Contact& contact)
{
    audit::append(tx, {.action = "crm.contact_added",
                       .subject_kind = "client",
                       .subject = contact.client_id.value,
                       .changes = {{"name", "", contact.name}, {"email", "", contact.email}}});
}

tenancy::ClientId client_for(tenancy::WorkspaceTransaction& tx, const Registration& registration)
{
    const auto email = base::lower_ascii(registration.email);
    if (const auto known = ClientStore{tx}.find_by_email(email)) return *known;
    const auto name = split_name(registration.person_name);
    return add_client(
        tx, {.kind = registration.company.empty() ? ClientKind::person : ClientKind::company,
             .company_name = registration.company,
             .first_name = name.first,
             .last_name = name.last,
             .email = registration.email,
             .phone = registration.phone,
             .origin = ClientOrigin::portal});
}

} // namespace

Client new_record(tenancy::WorkspaceTransaction& tx, Client client)
{
    refuse_unless(missing_in(client) != Missing::name, "crm.refusal.no_name");
    refuse_unless(missing_in(client) != Missing::contact, "crm.refusal.no_contact");

    name_client(client);
    client.id = tx.make_id<tenancy::ClientId>();
    client.email = base::lower_ascii(client.email);
    if (client.language.empty()) client.language = "fr";
    client.created_at = base::now();
    client.updated_at = client.created_at;
    client.version = 1;
    return client;
}

void add_imported_clients(tenancy::WorkspaceTransaction& tx, const std::vector<Client>& clients)
{
    ClientBatchStore{tx}.insert(clients);
    std::vector<search::Pending> words;
    for (const auto& client : clients)
        words.push_back({.source = client_words, .id = client.id.value});
    search::index_later(tx, words);
    for (const auto& client : clients)
        events::publish(tx, ClientAdded{client.id});
}

tenancy::ClientId add_client(tenancy::WorkspaceTransaction& tx, Client typed)
{
    const auto client = new_record(tx, std::move(typed));
    ClientStore{tx}.insert(client);
    search::add(tx, names_of(client));
    audit::append(tx, {.action = "crm.client_added",
                       .subject_kind = "client",
                       .subject = client.id.value,
                       .changes = {{"name", "", client.name},
                                   {"email", "", client.email},
                                   {"phone", "", client.phone}}});
    events::publish(tx, ClientAdded{client.id});
    touch_client(tx, client.id);
    return client.id;
}

void save_client(tenancy::WorkspaceTransaction& tx, Client client, std::int64_t seen_version)
{
    ClientStore store{tx};
    const auto before = store.find(client.id);
    if (!before) throw base::NotFound{};
    refuse_unless(missing_in(client) != Missing::name, "crm.refusal.no_name");
    refuse_unless(missing_in(client) != Missing::contact, "crm.refusal.no_contact");

    name_client(client);
    client.email = base::lower_ascii(client.email);
    client.updated_at = base::now();
    if (!store.update(client, seen_version))
        throw base::Refusal{"crm.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    search::replace(tx, names_of(*before), names_of(client).terms);
    audit::append(tx,
                  {.action = "crm.client_saved",
                   .subject_kind = "client",
                   .subject = client.id.value,
                   .changes = {{"name", before->name, client.name},
                               type_change(tx, *before, client),
                               {"email", before->email, client.email},
                               {"phone", before->phone, client.phone},
                               {"client_priority", std::string{forms::enum_name(before->priority)},
                                std::string{forms::enum_name(client.priority)}},
                               {"status", std::string{forms::enum_name(before->status)},
                                std::string{forms::enum_name(client.status)}}}});
    touch_client(tx, client.id);
}

ContactId add_contact(tenancy::WorkspaceTransaction& tx, const NewContact& contact)
{
    ClientStore store{tx};
    if (!store.find(contact.client)) throw base::NotFound{};
    Contact row{.id = tx.make_id<ContactId>(),
                .client_id = contact.client,
                .membership_id = {},
                .name = contact.name,
                .job = contact.job,
                .email = base::lower_ascii(contact.email),
                .email_cipher = {},
                .email_hash = {},
                .phone = contact.phone,
                .phone_cipher = {},
                .phone_hash = {},
                .created_at = base::now()};
    if (contact.membership) row.membership_id = contact.membership;
    store.insert(row);
    search::add(tx, names_of(row));
    if (contact.membership) auth::link_client(tx, contact.membership, contact.client);
    audit_contact(tx, row);
    touch_client(tx, contact.client);
    return row.id;
}

void welcome_client(tenancy::WorkspaceTransaction& tx, const Registration& registration)
{
    ClientStore store{tx};
    if (store.has_contact(registration.membership)) return;

    const auto client = client_for(tx, registration);
    const auto email = base::lower_ascii(registration.email);
    if (store.link_contact(client, email, registration.membership))
        auth::link_client(tx, registration.membership, client);
    else
        add_contact(tx, {.client = client,
                         .name = registration.person_name,
                         .job = {},
                         .email = email,
                         .phone = {},
                         .membership = registration.membership});
    touch_client(tx, client);
    events::publish(tx,
                    PortalUserLinked{client, registration.membership, registration.person_name});
}

} // namespace crm
