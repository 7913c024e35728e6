#include "modules/portability/order_store.hpp"

namespace portability
{
namespace
{

constexpr db::Table<Order> orders{"portability_package"};

constexpr db::Query save{"portability.save_order", R"sql(
    UPDATE portability_package
    SET state = :state, ready_at = :ready_at, byte_count = :byte_count, row_count = :row_count,
        file_count = :file_count, sha256 = :sha256
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find{"portability.find_order", R"sql(
    SELECT id, asked_by, asked_at, state, ready_at, byte_count, row_count, file_count, sha256
    FROM portability_package WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query recent{"portability.recent_orders", R"sql(
    SELECT id, asked_by, asked_at, state, ready_at, byte_count, row_count, file_count, sha256
    FROM portability_package WHERE workspace_id = :workspace ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query old{"portability.old_orders", R"sql(
    SELECT id, asked_by, asked_at, state, ready_at, byte_count, row_count, file_count, sha256
    FROM portability_package
    WHERE workspace_id = :workspace AND state = 'ready' AND ready_at < :before
    ORDER BY id LIMIT :limit
)sql"};

/// A job that has not made its package by then never will: another may be asked for.
constexpr std::chrono::hours given_up_after{24};

constexpr db::Query waiting{"portability.count_waiting", R"sql(
    SELECT count(*) FROM portability_package
     WHERE workspace_id = :workspace AND state = 'waiting' AND asked_at > :since
)sql"};

} // namespace

void insert_order(tenancy::WorkspaceTransaction& tx, const Order& order)
{
    tx.insert(orders, order);
}

void save_order(tenancy::WorkspaceTransaction& tx, const Order& order)
{
    tx.execute(save, {{"id", order.id},
                      {"state", order.state},
                      {"ready_at", order.ready_at},
                      {"byte_count", order.byte_count},
                      {"row_count", order.row_count},
                      {"file_count", order.file_count},
                      {"sha256", order.sha256}});
}

std::optional<Order> find_order(tenancy::WorkspaceTransaction& tx, OrderId id)
{
    return tx.find<Order>(find, {{"id", id}});
}

std::vector<Order> recent_orders(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<Order>(recent, {{"limit", orders_shown}});
}

std::vector<Order> old_orders(tenancy::WorkspaceTransaction& tx, base::Instant before)
{
    return tx.rows<Order>(old, {{"before", before}, {"limit", orders_shown}});
}

std::int64_t count_waiting(tenancy::WorkspaceTransaction& tx)
{
    return tx.value<std::int64_t>(waiting, {{"since", base::now() - given_up_after}}).value_or(0);
}

} // namespace portability
