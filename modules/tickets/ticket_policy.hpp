#pragma once

#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <string_view>
#include <vector>

/// May this actor do this to this ticket?
namespace tickets
{

/// The life of a ticket in the actor's workspace.
const presets::Workflow& workflow_of(const tenancy::Workspace& workspace);

/// Throws base::NotFound for a client to whom the ticket or its project does not belong, unless it
/// was opened to him and the project is his too. Staff see every ticket.
void require_visible(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// Whether a client decides on it: one to whom it was opened only reads and answers.
bool is_own(const tenancy::Actor& actor, const Ticket& ticket);
/// Throws base::NotFound for a client it does not belong to.
void require_own(const tenancy::Actor& actor, const Ticket& ticket);
/// Throws base::Forbidden naming it.
void require(const tenancy::Actor& actor, std::string_view permission);

/// What the move needs from somebody of that side.
std::string permission_of(const presets::Workflow& workflow, const presets::Move& move,
                          tenancy::Side side);
/// The moves this actor may make now, in the order of the workflow.
std::vector<const presets::Move*>
offered_moves(const tenancy::Actor& actor, const presets::Workflow& workflow, const Ticket& ticket);

/// The staff role that « partager avec un développeur » and « … un administrateur » mean in this
/// preset (settings "tickets.share.developer" and "tickets.share.admin").
struct ShareTarget {
    std::string role;
    std::string permission;
};
std::vector<ShareTarget> share_targets(const tenancy::Workspace& workspace);
/// Throws base::Forbidden when the actor may not share with somebody of that role.
void require_share(const tenancy::Workspace& workspace, const tenancy::Actor& actor,
                   std::string_view role);

} // namespace tickets
