#include "modules/crm/portal_access_actions.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/identity/identity.hpp"

#include <algorithm>

namespace crm
{
namespace
{

void require_of_client(tenancy::WorkspaceTransaction& tx, const PortalUser& user)
{
    ClientStore store{tx};
    const auto client = store.find(user.client);
    if (!client) throw base::NotFound{};
    base::refuse_unless(client->status != ClientStatus::archived, "crm.access.refusal.archived");
    if (!user.contact) return;
    const auto contacts = store.contacts(user.client);
    const auto found = std::ranges::find(contacts, user.contact, &Contact::id);
    if (found == contacts.end() || found->membership_id) throw base::NotFound{};
}

void touch(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client)
{
    events::touch(tx, "client:" + client.text());
}

} // namespace

void invite_portal_user(tenancy::WorkspaceTransaction& tx, const PortalUser& user)
{
    require_of_client(tx, user);
    identity::invite_member(tx, {.email = user.email,
                                 .name = user.name,
                                 .side = tenancy::Side::portal,
                                 .role = identity::portal_role(tx.workspace()),
                                 .client = user.client});
}

tenancy::MembershipId add_portal_account(tenancy::WorkspaceTransaction& tx, const PortalUser& user)
{
    require_of_client(tx, user);
    const auto membership =
        identity::add_account(tx, {.name = user.name,
                                   .email = {},
                                   .user_name = user.user_name,
                                   .password_hash = {},
                                   .side = tenancy::Side::portal,
                                   .role = identity::portal_role(tx.workspace()),
                                   .client = user.client});
    if (user.contact)
        ClientStore{tx}.link_contact(user.contact, membership);
    else
        add_contact(tx, {.client = user.client,
                         .name = user.name,
                         .job = {},
                         .email = {},
                         .phone = {},
                         .membership = membership});
    touch(tx, user.client);
    return membership;
}

void welcome_invited(tenancy::WorkspaceTransaction& tx, const NewContact& contact)
{
    const auto email = base::lower_ascii(contact.email);
    if (!ClientStore{tx}.link_contact(contact.client, email, contact.membership)) {
        add_contact(tx, contact);
        return;
    }
    auth::link_client(tx, contact.membership, contact.client);
    touch(tx, contact.client);
}

} // namespace crm
