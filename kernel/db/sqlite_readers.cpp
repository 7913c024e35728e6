#include "kernel/db/sqlite_readers.hpp"

#include "kernel/db/nesting.hpp"

#include <utility>

namespace db
{

SqliteReaders::SqliteReaders(SqliteConnection::Settings settings, int connections_max)
    : settings_(std::move(settings)), may_open_(connections_max)
{
    settings_.role = SqliteConnection::Role::Reader;
}

void SqliteReaders::run(const Scope& scope, const Database::Work& work)
{
    auto connection = borrow();
    try {
        connection->enter(scope);
        connection->control("BEGIN");
        const InsideTransaction inside;
        work(*connection);
        connection->control("COMMIT");
    } catch (...) {
        if (connection->in_transaction()) connection->control("ROLLBACK");
        give_back(std::move(connection));
        throw;
    }
    give_back(std::move(connection));
}

std::unique_ptr<SqliteConnection> SqliteReaders::borrow()
{
    {
        std::unique_lock lock{mutex_};
        returned_.wait(lock, [this] { return !free_.empty() || may_open_ > 0; });
        if (!free_.empty()) {
            auto connection = std::move(free_.back());
            free_.pop_back();
            return connection;
        }
        --may_open_;
    }
    try {
        return std::make_unique<SqliteConnection>(settings_);
    } catch (...) {
        const std::lock_guard lock{mutex_};
        ++may_open_;
        throw;
    }
}

void SqliteReaders::give_back(std::unique_ptr<SqliteConnection> connection)
{
    {
        const std::lock_guard lock{mutex_};
        free_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

} // namespace db
