#include "modules/tickets/ticket_line_store.hpp"

#include "kernel/base/assert.hpp"

#include <boost/describe/class.hpp>

#include <array>

namespace tickets
{

BOOST_DESCRIBE_STRUCT(TicketLine, (), (id, number, title))

namespace
{

constexpr db::Query of_team{"tickets.lines_of_team", R"sql(
    SELECT id, number, title FROM tickets_ticket
     WHERE workspace_id = :workspace
       AND id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                    :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19)
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
                    :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19)
)sql"};

constexpr std::array<std::string_view, lines_at_once> names{
    "i00", "i01", "i02", "i03", "i04", "i05", "i06", "i07", "i08", "i09",
    "i10", "i11", "i12", "i13", "i14", "i15", "i16", "i17", "i18", "i19"};

/// The statements have a fixed number of places: those left over repeat no ticket's id.
db::Binds binds_of(const std::vector<std::int64_t>& ids)
{
    KERNEL_ASSERT(ids.size() <= names.size());
    db::Binds binds;
    for (std::size_t i = 0; i < names.size(); ++i)
        binds.emplace_back(names.at(i), i < ids.size() ? ids[i] : std::int64_t{0});
    return binds;
}

} // namespace

std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids)
{
    return tx.rows<TicketLine>(of_team, binds_of(ids));
}

std::vector<TicketLine> lines_of_tickets(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids,
                                         tenancy::ClientId client)
{
    auto binds = binds_of(ids);
    binds.emplace_back("client", client);
    binds.emplace_back("reader", tx.actor().membership);
    return tx.rows<TicketLine>(of_client, std::move(binds));
}

} // namespace tickets
