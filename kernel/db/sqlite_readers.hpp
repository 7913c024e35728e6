#pragma once

#include "kernel/db/sqlite_connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace db
{

/// Read-only connections, opened when needed and kept. Thread-safe.
class SqliteReaders
{
  public:
    SqliteReaders(SqliteConnection::Settings settings, int connections_max);

    /// Runs `work` on one snapshot. Waits while every connection is in use.
    void run(const Scope& scope, const Database::Work& work);

  private:
    std::unique_ptr<SqliteConnection> borrow();
    void give_back(std::unique_ptr<SqliteConnection> connection);

    SqliteConnection::Settings settings_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<SqliteConnection>> free_;
    int may_open_;
};

} // namespace db
