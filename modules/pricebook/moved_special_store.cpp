#include "modules/pricebook/special_price_actions.hpp"

namespace pricebook
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_all{"pricebook.move_specials", R"sql(
    UPDATE pricebook_special SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"pricebook.return_special", R"sql(
    UPDATE pricebook_special SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

RowIds move_specials(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void return_specials(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows special_price_rows()
{
    return {"pricebook_special", move_specials, return_specials};
}

} // namespace pricebook
