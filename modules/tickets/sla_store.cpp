#include "modules/tickets/sla_store.hpp"

#include "kernel/db/lots.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr db::Table<SlaClock> clock_table{"tickets_clock"};

constexpr db::Query find_policy{"tickets.find_sla", R"sql(
    SELECT hours, days_off, targets, version FROM tickets_sla WHERE workspace_id = :workspace
)sql"};

constexpr db::Query insert_policy{"tickets.insert_sla", R"sql(
    INSERT INTO tickets_sla (workspace_id, hours, days_off, targets, version)
    VALUES (:workspace, :hours, :days_off, :targets, 1)
    ON CONFLICT (workspace_id) DO NOTHING
)sql"};

constexpr db::Query update_policy{"tickets.update_sla", R"sql(
    UPDATE tickets_sla
       SET hours = :hours, days_off = :days_off, targets = :targets, version = version + 1
     WHERE workspace_id = :workspace AND version = :seen
)sql"};

constexpr db::Query clocks_of_ticket{"tickets.clocks", R"sql(
    SELECT ticket_id, kind, target, spent, running_since, due_at, met_at, is_warned, is_breached
      FROM tickets_clock WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY kind
)sql"};

constexpr db::Query clocks_of_tickets{"tickets.open_clocks", R"sql(
    SELECT ticket_id, kind, target, spent, running_since, due_at, met_at, is_warned, is_breached
      FROM tickets_clock
     WHERE workspace_id = :workspace AND met_at IS NULL AND target > 0
       AND ticket_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                         :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                         :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                         :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                         :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY ticket_id, kind
)sql"};

constexpr db::Query update_clock{"tickets.save_clock", R"sql(
    UPDATE tickets_clock
       SET target = :target, spent = :spent, running_since = :running_since, due_at = :due_at,
           met_at = :met_at, is_warned = :is_warned, is_breached = :is_breached
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND kind = :kind
)sql"};

} // namespace

SlaPolicy SlaStore::policy()
{
    const auto& workspace = tx_.workspace();
    if (const auto row = tx_.find<SlaRow>(find_policy, {}))
        return policy_of(*row, workspace.time_zone);
    return policy_of(tenancy::own_preset(workspace), workspace.time_zone);
}

bool SlaStore::save(const SlaPolicy& policy, std::int64_t seen_version)
{
    const auto row = row_of(policy);
    if (seen_version == 0)
        return tx_.execute(insert_policy, {{"hours", row.hours},
                                           {"days_off", row.days_off},
                                           {"targets", row.targets}}) == 1;
    return tx_.execute(update_policy, {{"hours", row.hours},
                                       {"days_off", row.days_off},
                                       {"targets", row.targets},
                                       {"seen", seen_version}}) == 1;
}

std::vector<SlaClock> SlaStore::clocks(TicketId ticket)
{
    return tx_.rows<SlaClock>(clocks_of_ticket, {{"ticket", ticket}});
}

std::vector<SlaClock> SlaStore::open_clocks(const std::vector<TicketId>& tickets)
{
    std::vector<SlaClock> all;
    for (std::size_t first = 0; first < tickets.size(); first += db::lot_max) {
        auto some = tx_.rows<SlaClock>(clocks_of_tickets, db::lot_binds(tickets, first));
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

void SlaStore::save(const SlaClock& clock)
{
    const auto changed = tx_.execute(update_clock, {{"ticket", clock.ticket_id},
                                                    {"kind", clock.kind},
                                                    {"target", clock.target},
                                                    {"spent", clock.spent},
                                                    {"running_since", clock.running_since},
                                                    {"due_at", clock.due_at},
                                                    {"met_at", clock.met_at},
                                                    {"is_warned", clock.is_warned},
                                                    {"is_breached", clock.is_breached}});
    if (changed == 0) tx_.insert(clock_table, clock);
}

} // namespace tickets
