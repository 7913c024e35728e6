#pragma once

#include "kernel/db/postgres_connection.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace db
{

/// Connections of one role, opened when needed and kept; a broken one is closed and replaced.
/// Thread-safe.
class PostgresPool
{
  public:
    PostgresPool(PostgresParameters parameters, int connections_max,
                 std::chrono::milliseconds wait_max);

    /// Throws Unavailable when every connection stays in use for `wait_max`.
    void run(const Scope& scope, PostgresConnection::Access access, const Database::Work& work);

  private:
    using Lease = std::unique_ptr<PostgresConnection>;

    void run_once(PostgresConnection& connection, const Scope& scope,
                  PostgresConnection::Access access, const Database::Work& work) const;
    Lease borrow();
    void give_back(Lease connection);

    PostgresParameters parameters_;
    std::chrono::milliseconds wait_max_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<Lease> free_;
    int may_open_;
};

} // namespace db
