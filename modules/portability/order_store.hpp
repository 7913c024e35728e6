#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace portability
{

using OrderId = base::Id<struct OrderTag>;

enum class OrderState { waiting, ready, gone };
BOOST_DESCRIBE_ENUM(OrderState, waiting, ready, gone)

/// An export somebody asked for.
struct Order {
    OrderId id;
    tenancy::MembershipId asked_by;
    base::Instant asked_at;
    OrderState state = OrderState::waiting;
    std::optional<base::Instant> ready_at;
    std::int64_t byte_count = 0; ///< of the file to download
    std::int64_t row_count = 0;
    std::int64_t file_count = 0;
    std::string sha256; ///< of the manifest
};
BOOST_DESCRIBE_STRUCT(Order, (),
                      (id, asked_by, asked_at, state, ready_at, byte_count, row_count, file_count,
                       sha256))

inline constexpr std::chrono::days kept_for{7};
inline constexpr std::int64_t orders_shown = 20;

void insert_order(tenancy::WorkspaceTransaction& tx, const Order& order);
void save_order(tenancy::WorkspaceTransaction& tx, const Order& order);
std::optional<Order> find_order(tenancy::WorkspaceTransaction& tx, OrderId id);
/// Newest first, at most orders_shown.
std::vector<Order> recent_orders(tenancy::WorkspaceTransaction& tx);
/// Ready before that moment.
std::vector<Order> old_orders(tenancy::WorkspaceTransaction& tx, base::Instant before);
std::int64_t count_waiting(tenancy::WorkspaceTransaction& tx);

} // namespace portability
