#include "modules/tickets/workflow_store.hpp"

namespace tickets
{
namespace
{

struct HeldRow {
    std::string state;
    std::string anchor;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(HeldRow, (), (state, anchor, count))

constexpr int groups_max = 400; // states × anchors of the largest workflow

constexpr db::Query held_states{"tickets.held_states", R"sql(
    SELECT state, anchor, count(*) AS count FROM tickets_ticket
     WHERE workspace_id = :workspace
     GROUP BY state, anchor
     ORDER BY state, anchor
     LIMIT :limit
)sql"};

constexpr db::Query rename_state{"tickets.rename_state", R"sql(
    UPDATE tickets_ticket SET state = :to
     WHERE workspace_id = :workspace AND state = :state AND anchor = :anchor
)sql"};

constexpr db::Query remember_state{"tickets.remember_state", R"sql(
    INSERT INTO tickets_former_state (workspace_id, vocabulary, ticket_id, state, state_since)
    SELECT :workspace, :vocabulary, id, state, state_since FROM tickets_ticket
     WHERE workspace_id = :workspace AND state = :state
    ON CONFLICT (workspace_id, vocabulary, ticket_id)
    DO UPDATE SET state = excluded.state, state_since = excluded.state_since
)sql"};

constexpr db::Query restore_state{"tickets.restore_state", R"sql(
    UPDATE tickets_ticket SET state = :state
     WHERE workspace_id = :workspace AND anchor = :anchor
       AND id IN (SELECT f.ticket_id FROM tickets_former_state f
                   WHERE f.workspace_id = :workspace AND f.vocabulary = :vocabulary
                     AND f.state = :state AND f.state_since = tickets_ticket.state_since)
)sql"};

constexpr db::Query forget_states{"tickets.forget_states", R"sql(
    DELETE FROM tickets_former_state
     WHERE workspace_id = :workspace AND vocabulary = :vocabulary
)sql"};

constexpr db::Query follow_states{"tickets.follow_states", R"sql(
    UPDATE tickets_filing
       SET state = (SELECT t.state FROM tickets_ticket t
                     WHERE t.workspace_id = :workspace AND t.id = tickets_filing.ticket_id)
     WHERE workspace_id = :workspace
)sql"};

} // namespace

std::vector<tenancy::HeldState> WorkflowStore::held()
{
    std::vector<tenancy::HeldState> held;
    for (auto& row : tx_.rows<HeldRow>(held_states, {{"limit", groups_max}}))
        held.push_back({.state = std::move(row.state),
                        .anchor = presets::parse_anchor(row.anchor).value(),
                        .count = row.count});
    return held;
}

void WorkflowStore::rename(std::string_view state, std::string_view anchor, std::string_view to)
{
    tx_.execute(rename_state, {{"state", state}, {"anchor", anchor}, {"to", to}});
}

void WorkflowStore::remember(std::string_view vocabulary, std::string_view state)
{
    tx_.execute(remember_state, {{"vocabulary", vocabulary}, {"state", state}});
}

void WorkflowStore::restore(std::string_view vocabulary, std::string_view state,
                            std::string_view anchor)
{
    tx_.execute(restore_state, {{"vocabulary", vocabulary}, {"state", state}, {"anchor", anchor}});
}

void WorkflowStore::forget(std::string_view vocabulary)
{
    tx_.execute(forget_states, {{"vocabulary", vocabulary}});
}

void WorkflowStore::follow()
{
    tx_.execute(follow_states, {});
}

} // namespace tickets
