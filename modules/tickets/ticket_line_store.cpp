#include "modules/tickets/ticket_line_store.hpp"

#include "kernel/db/lots.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

BOOST_DESCRIBE_STRUCT(TicketLine, (), (id, number, title))

namespace
{

constexpr db::Query of_team{"tickets.lines_of_team", R"sql(
    SELECT id, number, title FROM tickets_ticket
     WHERE workspace_id = :workspace
       AND id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                  :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                  :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                  :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                  :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
)sql"};

constexpr db::Query of_client{"tickets.lines_of_client", R"sql(
    SELECT t.id, t.number, t.title
      FROM tickets_ticket t
      JOIN projects_published_assignment a
        ON a.workspace_id = t.workspace_id AND a.project_id = t.project_id
       AND a.client_id = t.client_id
      JOIN projects_published_project p
        ON p.workspace_id = t.workspace_id AND p.id = t.project_id AND p.archived_at IS NULL
     WHERE t.workspace_id = :workspace AND t.client_id = :client
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = t.workspace_id AND l.membership_id = :reader
                          AND l.project_id = t.project_id))
       AND t.id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                    :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                    :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                    :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                    :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
)sql"};

} // namespace

std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids)
{
    std::vector<TicketLine> lines;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max)
        for (auto& line : tx.rows<TicketLine>(of_team, db::lot_binds(ids, first)))
            lines.push_back(std::move(line));
    return lines;
}

std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids,
                                         tenancy::ClientId client)
{
    std::vector<TicketLine> lines;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max) {
        auto binds = db::lot_binds(ids, first);
        binds.emplace_back("client", client);
        binds.emplace_back("reader", tx.actor().membership);
        for (auto& line : tx.rows<TicketLine>(of_client, std::move(binds)))
            lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace tickets
