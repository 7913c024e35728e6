#include "modules/tickets/workflow_actions.hpp"

#include "kernel/events/topics.hpp"
#include "modules/tickets/workflow_store.hpp"

namespace tickets
{
namespace
{

using presets::Workflow;
using tenancy::WorkspaceTransaction;

/// The states that their anchor alone does not bring back: another one comes before them.
std::vector<const presets::State*> second_states(const Workflow& workflow)
{
    std::vector<const presets::State*> second;
    for (const auto& state : workflow.states)
        if (presets::states_at(workflow, state.anchor).front() != &state) second.push_back(&state);
    return second;
}

std::vector<tenancy::HeldState> held(WorkspaceTransaction& tx)
{
    return WorkflowStore{tx}.held();
}

void reword(WorkspaceTransaction& tx)
{
    events::touch(tx, "tickets");
}

void change(WorkspaceTransaction& tx, const tenancy::VocabularyChange& change)
{
    WorkflowStore store{tx};
    for (const auto* state : second_states(change.before))
        store.remember(change.from, state->code);
    for (const auto& group : store.held()) {
        const auto& to = *presets::state_for(change.after, group.state, group.anchor);
        if (to.code != group.state)
            store.rename(group.state, presets::code_of(group.anchor), to.code);
    }
    for (const auto* state : second_states(change.after))
        store.restore(change.to, state->code, presets::code_of(state->anchor));
    store.forget(change.to);
    store.follow();
}

} // namespace

tenancy::StateHolder state_holder()
{
    return {.held = held, .change = change, .reword = reword};
}

} // namespace tickets
