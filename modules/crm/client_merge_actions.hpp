#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_merge.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

struct MergeOrder {
    tenancy::ClientId kept;
    tenancy::ClientId merged;
    std::int64_t kept_version = 0; ///< as the preview showed them
    std::int64_t merged_version = 0;
    std::vector<std::string> taken; ///< merge_fields whose value comes from the merged record
};
/// Moves everything of the merged record to the kept one, in one transaction, and archives it.
/// Throws base::NotFound; refuses "crm.merge.refusal.same", "crm.merge.refusal.already" and, when
/// one of the two was saved meanwhile, "crm.merge.refusal.changed" (both 409).
MergeId merge_clients(tenancy::WorkspaceTransaction& tx, const MergeOrder& order);

/// Gives back what moved and still is where it went. Throws base::NotFound; refuses
/// "crm.merge.refusal.too_late" after merge_undo_days and "crm.merge.refusal.undone" (409).
void undo_merge(tenancy::WorkspaceTransaction& tx, tenancy::ClientId kept, MergeId merge);

} // namespace crm
