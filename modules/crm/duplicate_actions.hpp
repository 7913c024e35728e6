#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/duplicate.hpp"

#include <string_view>
#include <vector>

namespace crm
{

inline constexpr const char* duplicates_job = "crm.find_duplicates";

/// Who `client` (named, its id zero when new) may already be, the surest first.
std::vector<Alike> alikes_of(tenancy::WorkspaceTransaction& tx, const Client& client);
inline constexpr std::string_view address_refusal = "crm.duplicate.refusal.email";
/// Refuses address_refusal when another record has the address of `client` and the workspace does
/// not let clients share one. In the transaction that writes him: two at once wait for each other.
void refuse_shared_email(tenancy::WorkspaceTransaction& tx, const Client& client);

/// « Ce n’est pas un doublon », remembered. Throws base::NotFound for a pair not in the queue.
void dismiss_duplicate(tenancy::WorkspaceTransaction& tx, tenancy::ClientId first,
                       tenancy::ClientId second);
enum class EmailSharing { forbidden, allowed };
void set_email_sharing(tenancy::WorkspaceTransaction& tx, EmailSharing sharing);

/// Job of each night.
void find_duplicates(tenancy::Context& context, const jobs::Job& job);

} // namespace crm
