#include "modules/tickets/incident.hpp"

namespace tickets
{

const presets::Move* resolving_move(const presets::Workflow& workflow, const Ticket& ticket)
{
    for (const auto* move : possible_moves(workflow, ticket, tenancy::Side::staff)) {
        const auto* state = presets::find_state(workflow, move->to);
        if (state != nullptr && state->anchor == presets::Anchor::resolved) return move;
    }
    return nullptr;
}

} // namespace tickets
