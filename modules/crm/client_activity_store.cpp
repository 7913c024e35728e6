#include "modules/crm/client_activity_store.hpp"

namespace crm
{
namespace
{

constexpr std::int64_t only_rule = 1;

constexpr db::Query find_rule{"crm.inactivity_rule", R"sql(
    SELECT days FROM crm_inactivity_rule WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query save_rule{"crm.save_inactivity_rule", R"sql(
    INSERT INTO crm_inactivity_rule (workspace_id, id, days)
    VALUES (:workspace, :id, :days)
    ON CONFLICT (workspace_id, id) DO UPDATE SET days = excluded.days
)sql"};

constexpr db::Query next_clients{"crm.next_activities", R"sql(
    SELECT id, created_at, active_at FROM crm_client
     WHERE workspace_id = :workspace AND id > :after AND status <> 'archived'
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query note_activity{"crm.note_activity", R"sql(
    UPDATE crm_client SET active_at = :active_at WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

std::int64_t ClientActivityStore::days()
{
    return tx_.value<std::int64_t>(find_rule, {{"id", only_rule}}).value_or(usual_days);
}

void ClientActivityStore::set_days(std::int64_t days)
{
    tx_.execute(save_rule, {{"id", only_rule}, {"days", days}});
}

std::vector<ClientActivity> ClientActivityStore::clients(tenancy::ClientId after, int limit)
{
    return tx_.rows<ClientActivity>(next_clients, {{"after", after}, {"limit", limit}});
}

void ClientActivityStore::note(const ClientActivity& activity)
{
    tx_.execute(note_activity, {{"id", activity.id}, {"active_at", activity.active_at}});
}

} // namespace crm
