#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/import_guest.hpp"

/// The clients of a file are invited to the portal, each once, after it was read.
namespace crm
{

inline constexpr const char* guests_job = "crm.invite_imported";

/// In a module's manifest: the mail that a business may write in its own words.
void offer_import_mail();

/// Of a client the import just made.
Guest guest_of(tenancy::WorkspaceTransaction& tx, ImportId import, const Client& client);
/// Plans the job, on the morning of the day that was chosen; nothing for an import that invites
/// nobody.
void plan_invitations(tenancy::WorkspaceTransaction& tx, const ClientImport& import);

/// Job. By lots of one short transaction, each guest settled with his mail: another run goes on
/// where this one stopped, and two at once write to nobody twice.
void invite_guests(tenancy::Context& context, const jobs::Job& job);

} // namespace crm
