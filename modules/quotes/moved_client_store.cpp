#include "modules/quotes/moved_client_store.hpp"

#include "kernel/search/search.hpp"

namespace quotes
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_all{"quotes.move_to_client", R"sql(
    UPDATE quotes_quote SET client_id = :into, version = version + 1
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_one{"quotes.return_to_client", R"sql(
    UPDATE quotes_quote SET client_id = :from, version = version + 1
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

void index_again(WorkspaceTransaction& tx, const RowIds& quotes)
{
    std::vector<search::Pending> words;
    for (const auto quote : quotes)
        words.push_back({"quotes.quote", quote});
    if (!words.empty()) search::index_later(tx, words);
}

RowIds move_quotes(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    auto moved = tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
    index_again(tx, moved);
    return moved;
}

void return_quotes(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(return_one, {{"row", row}, {"from", from}, {"into", into}});
    index_again(tx, rows);
}

} // namespace

crm::ClientRows quote_rows()
{
    return {"quotes_quote", move_quotes, return_quotes};
}

} // namespace quotes
