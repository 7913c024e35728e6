#include "modules/crm/portal_colleague_actions.hpp"

#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_access_actions.hpp"
#include "modules/crm/portal_details_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

FieldUse require_use(WorkspaceTransaction& tx)
{
    const auto use = colleagues_use(PortalDetailsStore{tx}.uses());
    const auto& actor = tx.actor();
    if (!actor.client || use == FieldUse::hidden || is_limited(tx, actor.membership))
        throw base::NotFound{};
    return use;
}

/// What is known of an address: of this client it may be said, of another one not.
void refuse_known(WorkspaceTransaction& tx, const std::string& email)
{
    const auto client = tx.actor().client;
    if (const auto person = auth::person_by_email(tx, email))
        if (const auto member = auth::membership_of(tx, person->id, tenancy::Side::portal))
            throw base::Refusal{member->client == client ? "crm.colleague.refusal.known"
                                                         : "crm.colleague.refusal.ask_team"};
    const auto live = auth::live_invitation(tx, email, tenancy::Side::portal);
    base::refuse_unless(!live || live->client == client, "crm.colleague.refusal.ask_team");
}

IsLimited& limit()
{
    static IsLimited the_limit = nullptr;
    return the_limit;
}

} // namespace

void limited_when(IsLimited is_limited)
{
    limit() = is_limited;
}

bool is_limited(WorkspaceTransaction& tx, tenancy::MembershipId member)
{
    return limit() != nullptr && limit()(tx, member);
}

Colleagues my_colleagues(WorkspaceTransaction& tx)
{
    Colleagues colleagues{.people = {}, .may_invite = require_use(tx) == FieldUse::edit};
    const auto& actor = tx.actor();
    for (const auto& account : auth::accounts_of_client(tx, actor.client))
        if (account.status == auth::MembershipStatus::active)
            colleagues.people.push_back({.name = account.name,
                                         .email = account.email,
                                         .is_oneself = account.id == actor.membership});
    for (const auto& invitation : auth::open_invitations_of_client(tx, actor.client))
        if (invitation.is_live(base::now()))
            colleagues.people.push_back(
                {.name = invitation.name, .email = invitation.email, .is_invited = true});
    return colleagues;
}

void invite_colleague(WorkspaceTransaction& tx, const std::string& name, const std::string& email)
{
    if (require_use(tx) != FieldUse::edit) throw base::NotFound{};
    refuse_known(tx, email);
    const auto client = tx.actor().client;
    base::refuse_unless(auth::open_invitations_of_client(tx, client).size() <
                            invitations_waiting_max,
                        "crm.colleague.refusal.too_many");
    invite_portal_user(
        tx, {.client = client, .contact = {}, .name = name, .email = email, .user_name = {}});
}

} // namespace crm
