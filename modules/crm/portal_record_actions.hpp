#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/events.hpp"
#include "modules/crm/portal_change.hpp"
#include "modules/crm/portal_field.hpp"

#include <vector>

/// What the actions on a client's own record have in common.
namespace crm
{

/// Throws base::NotFound.
Details details_of(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                   tenancy::MembershipId membership);

/// Puts them into the record, the contact and the account of who asked, audited. Refuses
/// "crm.refusal.no_name", "crm.refusal.no_contact", "crm.duplicate.refusal.email",
/// "auth.refusal.email_taken" and "crm.refusal.changed_meanwhile" (409).
void write_changes(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership,
                   const Details& before, const std::vector<PortalChange>& changes);
/// The journal says what was not accepted.
void note_refusal(tenancy::WorkspaceTransaction& tx, const PortalChange& change);

/// Who manage clients are told.
void tell_team(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client, DetailsNews news);
/// The team is to decide of these, kept already.
void tell_waiting(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                  const std::vector<PortalChange>& changes);
/// Open pages about that client read themselves again.
void touch_details(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client);

} // namespace crm
