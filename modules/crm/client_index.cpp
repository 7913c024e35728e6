#include "modules/crm/client_index.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_search_store.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<search::Hit> hits_of(const std::vector<ClientHit>& found)
{
    std::vector<search::Hit> hits;
    for (const auto& row : found) {
        const auto status = std::string{forms::enum_name(row.status)};
        hits.push_back(
            {.id = row.id,
             .title = row.name,
             .detail = row.detail,
             .path = "/clients/" + row.client_id.text(),
             .state = row.status == ClientStatus::active ? "" : i18n::t("crm.status." + status),
             .tone = "gray"});
    }
    return hits;
}

std::vector<search::Hit> show_clients(WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    return hits_of(ClientSearchStore{tx}.clients(ids));
}

std::vector<search::Hit> show_contacts(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    return hits_of(ClientSearchStore{tx}.contacts(ids));
}

std::vector<search::Document> read_client(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto client = ClientStore{tx}.find(tenancy::ClientId{id});
    if (!client) return {};
    return {names_of(*client)};
}

std::vector<search::Document> read_contact(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto contact = ClientSearchStore{tx}.contact(ContactId{id});
    if (!contact) return {};
    return {names_of(*contact)};
}

std::vector<std::int64_t> client_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return ClientSearchStore{tx}.client_ids(after, limit);
}

std::vector<std::int64_t> contact_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return ClientSearchStore{tx}.contact_ids(after, limit);
}

/// E-mail and telephone, which a workspace may keep encrypted.
template <class Person>
search::Names& reach(search::Names& names, const Person& person)
{
    return names.phone(person.phone)
        .keyed(person.phone_hash.value_or(""))
        .keyed(person.email_hash.value_or(""))
        .words(person.email);
}

} // namespace

search::Document names_of(const Client& client)
{
    search::Names names;
    names.words(client.name).words(client.first_name).words(client.last_name);
    reach(names, client).words(client.billing_city);
    return {.kind = "client",
            .id = client.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Document names_of(const Contact& contact)
{
    search::Names names;
    reach(names.words(contact.name), contact).words(contact.job);
    return {.kind = "contact",
            .id = contact.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Kind client_kind()
{
    return {.name = "client",
            .label_key = "crm.nav",
            .permission = "clients.view",
            .order = 10,
            .to_staff = show_clients};
}

search::Kind contact_kind()
{
    return {.name = "contact",
            .label_key = "crm.page.contacts",
            .permission = "clients.view",
            .order = 11,
            .to_staff = show_contacts};
}

search::Source client_source()
{
    return {.name = std::string{client_words}, .read = read_client, .ids = client_ids};
}

search::Source contact_source()
{
    return {.name = "crm.contact", .read = read_contact, .ids = contact_ids};
}

} // namespace crm
