#include "modules/pricebook/promo_code_actions.hpp"

namespace pricebook
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_codes{"pricebook.move_codes", R"sql(
    UPDATE pricebook_code SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_code{"pricebook.return_code", R"sql(
    UPDATE pricebook_code SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query move_uses{"pricebook.move_code_uses", R"sql(
    UPDATE pricebook_code_use SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_use{"pricebook.return_code_use", R"sql(
    UPDATE pricebook_code_use SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

RowIds moved_codes(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_codes, {{"from", from}, {"into", into}});
}

void returned_codes(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_code, {{"row", row}, {"from", from}, {"into", into}});
}

RowIds moved_uses(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_uses, {{"from", from}, {"into", into}});
}

void returned_uses(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_use, {{"row", row}, {"from", from}, {"into", into}});
}

} // namespace

crm::ClientRows code_rows()
{
    return {"pricebook_code", moved_codes, returned_codes};
}

crm::ClientRows code_use_rows()
{
    return {"pricebook_code_use", moved_uses, returned_uses};
}

} // namespace pricebook
