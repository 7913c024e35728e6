#include "modules/pricebook/client_group_actions.hpp"

namespace pricebook
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

// Where the other is in the group too, the place of who goes stays as it is: nobody reads it.
constexpr db::Query move_all{"pricebook.move_group_places", R"sql(
    UPDATE pricebook_group_client SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND group_id NOT IN (SELECT group_id FROM pricebook_group_client
                             WHERE workspace_id = :workspace AND client_id = :into)
    RETURNING id
)sql"};

constexpr db::Query return_one{"pricebook.return_group_place", R"sql(
    UPDATE pricebook_group_client SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

RowIds move_places(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void return_places(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows group_rows()
{
    return {"pricebook_group_client", move_places, return_places};
}

} // namespace pricebook
