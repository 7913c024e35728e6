#include "modules/projects/moved_client_store.hpp"

namespace projects
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

/// A site that both have stays with the merged record.
constexpr db::Query move_sites{"projects.move_assignments", R"sql(
    UPDATE projects_assignment SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND project_id NOT IN (SELECT project_id FROM projects_assignment
                               WHERE workspace_id = :workspace AND client_id = :into)
    RETURNING project_id
)sql"};

constexpr db::Query return_site{"projects.return_assignment", R"sql(
    UPDATE projects_assignment SET client_id = :from
     WHERE workspace_id = :workspace AND project_id = :row AND client_id = :into
)sql"};

constexpr db::Query move_wait{"projects.move_waiting_client", R"sql(
    UPDATE projects_waiting_client SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND NOT EXISTS (SELECT 1 FROM projects_assignment
                        WHERE workspace_id = :workspace AND client_id = :into)
       AND NOT EXISTS (SELECT 1 FROM projects_waiting_client
                        WHERE workspace_id = :workspace AND client_id = :into)
    RETURNING client_id
)sql"};

constexpr db::Query end_wait{"projects.end_wait_of_merged", R"sql(
    DELETE FROM projects_waiting_client WHERE workspace_id = :workspace AND client_id = :from
)sql"};

constexpr db::Query return_wait{"projects.return_waiting_client", R"sql(
    UPDATE projects_waiting_client SET client_id = :from
     WHERE workspace_id = :workspace AND client_id = :into
)sql"};

RowIds move_assignments(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_sites, {{"from", from}, {"into", into}});
}

void return_assignments(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_site, {{"row", row}, {"from", from}, {"into", into}});
}

RowIds move_waiting(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    auto moved = tx.values<std::int64_t>(move_wait, {{"from", from}, {"into", into}});
    tx.execute(end_wait, {{"from", from}});
    return moved;
}

void return_waiting(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    if (!rows.empty()) tx.execute(return_wait, {{"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows assignment_rows()
{
    return {"projects_assignment", move_assignments, return_assignments};
}

crm::ClientRows waiting_rows()
{
    return {"projects_waiting_client", move_waiting, return_waiting};
}

} // namespace projects
