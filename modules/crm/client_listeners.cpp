#include "modules/crm/client_listeners.hpp"

#include "modules/crm/client_actions.hpp"
#include "modules/crm/portal_access_actions.hpp"

namespace crm
{

void on_client_registered(tenancy::WorkspaceTransaction& tx, const identity::ClientRegistered& fact)
{
    welcome_client(tx, {.membership = fact.membership,
                        .person_name = fact.name,
                        .email = fact.email,
                        .phone = fact.phone,
                        .company = fact.company});
}

void on_invitation_accepted(tenancy::WorkspaceTransaction& tx,
                            const identity::InvitationAccepted& fact)
{
    if (fact.side != tenancy::Side::portal || !fact.client) return;
    welcome_invited(tx, {.client = fact.client,
                         .name = fact.name,
                         .job = {},
                         .email = fact.email,
                         .phone = {},
                         .membership = fact.membership});
}

} // namespace crm
