#include "modules/crm/portal_colleague_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_access_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/identity/identity.hpp"

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

bool is_to(const auth::Invitation& invitation, const std::string& email)
{
    return invitation.side == tenancy::Side::portal && invitation.is_live(base::now()) &&
           base::lower_ascii(invitation.email) == base::lower_ascii(email);
}

/// Who was invited first for another client stays his.
bool is_invited_elsewhere(WorkspaceTransaction& tx, const std::string& email)
{
    tenancy::ClientId first = tx.actor().client;
    for (const auto& invitation : auth::open_invitations(tx)) // newest first
        if (is_to(invitation, email)) first = invitation.client;
    return first != tx.actor().client;
}

/// Of this client it may be said that he knows the address, of another one not.
bool is_of_another(WorkspaceTransaction& tx, const std::string& email)
{
    const auto client = tx.actor().client;
    const auto person = auth::person_by_email(tx, email);
    const auto member = person ? auth::membership_of(tx, person->id, tenancy::Side::portal)
                               : std::optional<auth::Membership>{};
    if (!member) return is_invited_elsewhere(tx, email);
    base::refuse_unless(member->client != client, "crm.colleague.refusal.known");
    return true;
}

/// What its author sees of an invitation whose link nobody is sent: the address belongs to another
/// client, and who asks must not learn it. The team reads it in the journal.
void withhold(WorkspaceTransaction& tx, const std::string& name, const std::string& email)
{
    const auto client = tx.actor().client;
    for (const auto& earlier : auth::open_invitations_of_client(tx, client))
        if (is_to(earlier, email)) auth::cancel_invitation(tx, earlier.id);
    auth::create_invitation(tx, {.email = email,
                                 .name = name,
                                 .side = tenancy::Side::portal,
                                 .role = identity::portal_role(tx.workspace()),
                                 .client = client});
    audit::append(tx, {.action = "crm.colleague_withheld",
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = {{"email", "", email}}});
    events::touch(tx, "client:" + client.text());
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
    const bool is_withheld = is_of_another(tx, email);
    const auto client = tx.actor().client;
    base::refuse_unless(auth::open_invitations_of_client(tx, client).size() <
                            invitations_waiting_max,
                        "crm.colleague.refusal.too_many");
    if (is_withheld) return withhold(tx, name, email);
    invite_portal_user(
        tx, {.client = client, .contact = {}, .name = name, .email = email, .user_name = {}});
}

} // namespace crm
