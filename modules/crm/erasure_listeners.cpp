#include "modules/crm/erasure_listeners.hpp"

#include "kernel/audit/erasure.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/erasure.hpp"
#include "modules/crm/client_index.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/document_actions.hpp"
#include "modules/crm/erasure_store.hpp"
#include "modules/crm/interaction_store.hpp"
#include "modules/crm/portal_details_store.hpp"

#include <set>

namespace crm
{
namespace
{

Client emptied(const Client& before, const std::string& name)
{
    Client after;
    after.id = before.id;
    after.kind = before.kind;
    after.type = before.type;
    after.sector = before.sector;
    after.status = before.status;
    after.name = name;
    after.search_key = base::fold(name);
    after.last_name = name;
    after.language = before.language;
    after.priority = before.priority;
    after.origin = before.origin;
    after.created_at = before.created_at;
    after.updated_at = base::now();
    after.version = before.version + 1;
    return after;
}

/// A business stays, with what the team knows of it, without the address that was his.
void leave_company(tenancy::WorkspaceTransaction& tx, const Client& before)
{
    auto after = before;
    after.email = {};
    after.email_cipher.reset();
    after.email_hash.reset();
    after.updated_at = base::now();
    ClientStore{tx}.update(after, before.version);
    PortalDetailsStore{tx}.forget_of(before.id);
    search::replace(tx, names_of(before), names_of(after).terms);
    audit::erase_payloads_about(tx, "client", before.id.value);
}

/// A company is not the person who is erased, unless the record itself has expired.
enum class Whom { People, Anybody };

void empty_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id, const std::string& name,
                  Whom whom)
{
    ClientStore store{tx};
    const auto before = store.find(id);
    if (!before || (whom == Whom::People && before->kind != ClientKind::person)) return;
    const auto after = emptied(*before, name);
    store.update(after, before->version);
    PortalDetailsStore details{tx};
    details.update_rest(after);
    details.forget_of(id);
    search::replace(tx, names_of(*before), names_of(after).terms);
    forget_notes(tx, id);
    forget_documents(tx, id);
    audit::erase_payloads_about(tx, "client", id.value);
    for (const auto merged : merged_into(tx, id))
        empty_client(tx, merged, name, whom);
}

void forget(tenancy::WorkspaceTransaction& tx, const Contact& contact, const std::string& name)
{
    search::remove(tx, names_of(contact));
    empty_contact(tx, contact.id, name);
    audit::erase_payloads_about(tx, "contact", contact.id.value);
}

/// Whether the record of a person is this one's: his address, or he alone is its contact. A
/// relative who was invited to it takes nothing with him.
bool is_himself(tenancy::WorkspaceTransaction& tx, const Client& client, const std::string& email)
{
    if (!email.empty() && base::lower_ascii(client.email) == email) return true;
    return ClientStore{tx}.contacts(client.id).size() == 1;
}

/// What he asked to change, and what was written to the addresses he had.
void forget_addresses(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership)
{
    PortalDetailsStore details{tx};
    for (const auto& address : details.earlier_addresses(membership)) {
        InteractionStore{tx}.forget_correspondent(address);
        mail::forget_recipient(tx, address);
    }
    details.forget_of(membership);
}

} // namespace

void forget_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id, const std::string& name)
{
    ClientStore store{tx};
    if (!store.find(id)) throw base::NotFound{};
    for (const auto& contact : store.contacts(id))
        forget(tx, contact, name);
    empty_client(tx, id, name, Whom::Anybody);
}

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    const auto email = base::lower_ascii(fact.email);
    std::set<tenancy::ClientId> clients;
    if (fact.membership) forget_addresses(tx, fact.membership);
    for (const auto id : clients_of_email(tx, email))
        clients.insert(id);
    for (const auto& contact : contacts_of_person(tx, fact.membership, email)) {
        forget(tx, contact, fact.name);
        clients.insert(contact.client_id);
    }
    InteractionStore{tx}.forget_correspondent(email);
    for (const auto id : clients) {
        const auto client = ClientStore{tx}.find(id);
        if (!client) continue;
        const bool is_company = client->kind == ClientKind::company;
        if (is_company && !email.empty() && client->email == email) leave_company(tx, *client);
        if (is_himself(tx, *client, email)) empty_client(tx, id, fact.name, Whom::People);
    }
}

} // namespace crm
