#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/safe_client.hpp"
#include "modules/accounting/safe_store.hpp"

#include <optional>
#include <string>

namespace accounting
{

struct SafeChange {
    std::string address;
    std::string bucket;
    std::string region;
    std::string access_name;
    std::string secret; ///< empty = the one already kept, which is of the same address and key
};
/// A draft again: a trial must succeed before anything leaves.
void save_safe(tenancy::WorkspaceTransaction& tx, const SafeChange& change);
/// What came of trying `tried`; nothing when another was saved meanwhile. The first one that
/// succeeds sets it going; one that fails stops nothing.
void note_trial(tenancy::WorkspaceTransaction& tx, const Safe& tried,
                const std::optional<SafeFailure>& failure);
void stop_safe(tenancy::WorkspaceTransaction& tx);
/// Without waiting for tomorrow. Refuses "accounting.refusal.safe_off".
void send_copies_now(tenancy::WorkspaceTransaction& tx);

void note_kept(tenancy::WorkspaceTransaction& tx, SafeObject object);
/// All of a month is there; what had failed no longer does.
void note_month(tenancy::WorkspaceTransaction& tx, SafeMonth month);
/// Tells the owner.
void note_failure(tenancy::WorkspaceTransaction& tx, const std::string& why);

/// A safe with its secret open. Throws std::runtime_error when it does not open.
SafeClient client_of(const Safe& safe, tenancy::WorkspaceId workspace);

} // namespace accounting
