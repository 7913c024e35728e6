#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/dispatch.hpp"
#include "modules/einvoicing/transmission_actions.hpp"

#include <optional>
#include <string>

namespace einvoicing
{

struct NewDispatch {
    DispatchKind kind = DispatchKind::report;
    std::int64_t subject = 0;
    std::string code;
    std::string words;
    std::string reference; ///< at most 55 characters
    std::string syntax;
    std::string rule;
    std::string content;
};
/// Left to its job; of a reference that was told before, nothing.
void dispatch(tenancy::WorkspaceTransaction& tx, const NewDispatch& made);
/// Refuses "einvoicing.refusal.not_on" and ".not_to_send"; throws base::NotFound.
void dispatch_again(tenancy::WorkspaceTransaction& tx, DispatchId id);
/// Those about it that may leave again, while the platform is active; how many.
std::size_t dispatch_all_again(tenancy::WorkspaceTransaction& tx, DispatchKind kind,
                               std::int64_t subject);
/// Those whose job gave up, or that wait since the platform was off.
void send_waiting_dispatches(tenancy::WorkspaceTransaction& tx);

/// As of a transmission (transmission_actions.hpp).
std::optional<Dispatch> begin_dispatch(tenancy::WorkspaceTransaction& tx, DispatchId id);
void settle_dispatch(tenancy::WorkspaceTransaction& tx, DispatchId id, const Outcome& outcome);
void acknowledge_dispatch(tenancy::WorkspaceTransaction& tx, const Flow& flow);

} // namespace einvoicing
