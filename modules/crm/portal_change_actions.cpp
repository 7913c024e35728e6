#include "modules/crm/portal_change_actions.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/secrets/token.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/crm/portal_mails.hpp"
#include "modules/crm/portal_record_actions.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

[[noreturn]] void conflict(const char* code)
{
    throw base::Refusal{code, {}, base::Refusal::Kind::Conflict};
}

/// Ends it; nothing is left to settle about that client: the team is not called any more.
void end(WorkspaceTransaction& tx, const PortalChange& change, ChangeState from)
{
    if (!PortalDetailsStore{tx}.settle(change, from)) conflict("crm.change.refusal.settled");
    if (PortalDetailsStore{tx}.waiting(change.client_id).empty())
        tell_team(tx, change.client_id, DetailsNews::settled);
    touch_details(tx, change.client_id);
}

PortalChange waiting_change(WorkspaceTransaction& tx, tenancy::ClientId client, PortalChangeId id)
{
    auto change = PortalDetailsStore{tx}.find(id);
    if (!change || change->client_id != client) throw base::NotFound{};
    if (change->state != ChangeState::waiting) conflict("crm.change.refusal.settled");
    change->settled_at = base::now();
    change->settled_by = tx.actor().membership;
    return *change;
}

FieldUse use_now(WorkspaceTransaction& tx, const PortalChange& change)
{
    const auto field = std::ranges::find(portal_fields, change.field, &PortalField::code);
    return use_of(PortalDetailsStore{tx}.uses(), *field);
}

/// Whoever came in under the old address is to come in again.
void end_other_sessions(WorkspaceTransaction& tx, const PortalChange& change,
                        auth::SessionId except)
{
    if (change.field != "contact_email") return;
    if (auth::email_of(tx, change.membership_id) != change.after) return; // his user name stays
    const auto member = auth::membership_by_id(tx, change.membership_id);
    auth::end_sessions(tx, member.person, except);
}

/// Another record has that address: who it is, only the team may know.
bool needs_team(WorkspaceTransaction& tx, const PortalChange& change, Details details)
{
    if (use_now(tx, change) == FieldUse::approve) return true;
    const auto before = details.client.email;
    set_value(details, change.field, change.after);
    if (details.client.email == before) return false;
    try {
        refuse_shared_email(tx, details.client);
        return false;
    } catch (const base::Refusal&) {
        return true;
    }
}

} // namespace

PortalChange change_of_link(WorkspaceTransaction& tx, std::string_view token)
{
    auto change = PortalDetailsStore{tx}.find_by_link(secrets::token_hash(token));
    const bool is_live = change && change->state == ChangeState::confirming &&
                         change->membership_id == tx.actor().membership && change->expires_at &&
                         *change->expires_at > base::now();
    if (!is_live || !may_change(use_now(tx, *change))) throw base::NotFound{};
    return *std::move(change);
}

ChangeState confirm_address(WorkspaceTransaction& tx, std::string_view token,
                            auth::SessionId own_session)
{
    auto change = change_of_link(tx, token);
    const auto details = my_details(tx);
    if (needs_team(tx, change, details)) {
        change.state = ChangeState::waiting;
        end(tx, change, ChangeState::confirming);
        tell_waiting(tx, change.client_id, {change});
        return change.state;
    }
    change.before = value_of(details, change.field);
    change.state = ChangeState::done;
    change.settled_at = base::now();
    write_changes(tx, change.membership_id, details, {change});
    end_other_sessions(tx, change, own_session);
    end(tx, change, ChangeState::confirming);
    tell_team(tx, change.client_id, DetailsNews::changed);
    mail_address_changed(tx, change);
    return change.state;
}

void accept_change(WorkspaceTransaction& tx, tenancy::ClientId client, PortalChangeId id,
                   std::int64_t seen_version)
{
    auto change = waiting_change(tx, client, id);
    const auto details = details_of(tx, client, change.membership_id);
    if (details.client.version != seen_version) conflict("crm.refusal.changed_meanwhile");
    change.state = ChangeState::done;
    change.before = value_of(details, change.field);
    write_changes(tx, change.membership_id, details, {change});
    end_other_sessions(tx, change, {});
    end(tx, change, ChangeState::waiting);
    mail_settled(tx, change);
    if (is_email(change.field)) mail_address_changed(tx, change);
}

void refuse_change(WorkspaceTransaction& tx, tenancy::ClientId client, PortalChangeId id,
                   const std::string& reason)
{
    auto change = waiting_change(tx, client, id);
    change.state = ChangeState::refused;
    change.reason = reason;
    end(tx, change, ChangeState::waiting);
    note_refusal(tx, change);
    mail_settled(tx, change);
}

} // namespace crm
