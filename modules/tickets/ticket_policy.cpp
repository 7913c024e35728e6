#include "modules/tickets/ticket_policy.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/share_guest_actions.hpp"

namespace tickets
{

using presets::Mover;

const presets::Workflow& workflow_of(const tenancy::Workspace& workspace)
{
    return tenancy::own_preset(workspace).workflow("ticket");
}

void require_visible(tenancy::WorkspaceTransaction& tx, const Ticket& ticket)
{
    const auto& actor = tx.actor();
    if (actor.side == tenancy::Side::staff) return;
    const bool is_his =
        actor.client && (ticket.client_id == actor.client || is_guest(tx, ticket.id, actor.client));
    if (!is_his) throw base::NotFound{};
    projects::project_of_client(tx, ticket.project_id, actor.client);
}

bool is_own(const tenancy::Actor& actor, const Ticket& ticket)
{
    return actor.side == tenancy::Side::staff || actor.client == ticket.client_id;
}

void require_own(const tenancy::Actor& actor, const Ticket& ticket)
{
    if (!is_own(actor, ticket)) throw base::NotFound{};
}

void require(const tenancy::Actor& actor, std::string_view permission)
{
    if (!actor.may(permission)) throw base::Forbidden{std::string{permission}};
}

std::string permission_of(const presets::Workflow& workflow, const presets::Move& move,
                          tenancy::Side side)
{
    if (side == tenancy::Side::portal)
        return presets::permission_for(workflow, move, Mover::client);
    return presets::permission_for(workflow, move,
                                   move.allows(Mover::staff) ? Mover::staff : Mover::admin);
}

std::vector<const presets::Move*>
offered_moves(const tenancy::Actor& actor, const presets::Workflow& workflow, const Ticket& ticket)
{
    std::vector<const presets::Move*> offered;
    if (!is_own(actor, ticket)) return offered;
    for (const auto* move : possible_moves(workflow, ticket, actor.side))
        if (actor.may(permission_of(workflow, *move, actor.side))) offered.push_back(move);
    return offered;
}

std::vector<ShareTarget> share_targets(const tenancy::Workspace& workspace)
{
    const auto& settings = tenancy::own_preset(workspace).settings;
    std::vector<ShareTarget> targets;
    if (const auto role = settings.find("tickets.share.developer"); role != settings.end())
        targets.push_back({role->second, "tickets.share_developer"});
    if (const auto role = settings.find("tickets.share.admin"); role != settings.end())
        targets.push_back({role->second, "tickets.share_admin"});
    return targets;
}

void require_share(const tenancy::Workspace& workspace, const tenancy::Actor& actor,
                   std::string_view role)
{
    for (const auto& target : share_targets(workspace)) {
        if (target.role != role) continue;
        require(actor, target.permission);
        return;
    }
    throw base::NotFound{};
}

} // namespace tickets
