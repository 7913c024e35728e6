#include "modules/progress/moved_client_store.hpp"

#include "kernel/search/search.hpp"

namespace progress
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_all{"progress.move_to_client", R"sql(
    UPDATE progress_sheet SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"progress.return_to_client", R"sql(
    UPDATE progress_sheet SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

void index_again(WorkspaceTransaction& tx, const RowIds& sheets)
{
    std::vector<search::Pending> words;
    for (const auto sheet : sheets)
        words.push_back({"progress.sheet", sheet});
    if (!words.empty()) search::index_later(tx, words);
}

RowIds move_sheets(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    auto moved = tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
    index_again(tx, moved);
    return moved;
}

void return_sheets(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
    index_again(tx, rows);
}

} // namespace

crm::ClientRows sheet_rows()
{
    return {"progress_sheet", move_sheets, return_sheets};
}

} // namespace progress
