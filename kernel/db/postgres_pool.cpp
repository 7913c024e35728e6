#include "kernel/db/postgres_pool.hpp"

#include "kernel/db/nesting.hpp"

#include <utility>

namespace db
{

namespace
{

constexpr int attempts_max = 5;

/// Nothing was committed: the server forgets a transaction whose connection is lost.
struct LostBeforeCommit : Unavailable {
    using Unavailable::Unavailable;
};

} // namespace

PostgresPool::PostgresPool(PostgresParameters parameters, int connections_max,
                           std::chrono::milliseconds wait_max)
    : parameters_(std::move(parameters)), wait_max_(wait_max), may_open_(connections_max)
{
}

void PostgresPool::run(const Scope& scope, PostgresConnection::Access access,
                       const Database::Work& work)
{
    for (int attempt = 1;; ++attempt) {
        auto connection = borrow();
        try {
            run_once(*connection, scope, access, work);
            return give_back(std::move(connection));
        } catch (const SerializationFailure&) {
            give_back(std::move(connection));
            if (attempt == attempts_max) throw;
        } catch (const LostBeforeCommit&) {
            give_back(std::move(connection));
            if (attempt == attempts_max) throw;
        } catch (...) {
            give_back(std::move(connection));
            throw;
        }
    }
}

void PostgresPool::run_once(PostgresConnection& connection, const Scope& scope,
                            PostgresConnection::Access access, const Database::Work& work) const
{
    connection.begin(scope, access);
    try {
        const InsideTransaction inside;
        work(connection);
    } catch (const SerializationFailure&) {
        connection.rollback();
        throw;
    } catch (const Unavailable& error) {
        if (connection.is_lost()) throw LostBeforeCommit{error.what()};
        connection.rollback();
        throw;
    } catch (...) {
        if (!connection.is_lost()) connection.rollback();
        throw;
    }
    try {
        connection.commit();
    } catch (...) {
        if (!connection.is_lost()) connection.rollback();
        throw;
    }
}

PostgresPool::Lease PostgresPool::borrow()
{
    {
        std::unique_lock lock{mutex_};
        if (!returned_.wait_for(lock, wait_max_,
                                [this] { return !free_.empty() || may_open_ > 0; }))
            throw Unavailable{"PostgreSQL: every connection is in use"};
        if (!free_.empty()) {
            auto connection = std::move(free_.back());
            free_.pop_back();
            return connection;
        }
        --may_open_;
    }
    try {
        return std::make_unique<PostgresConnection>(parameters_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void PostgresPool::give_back(Lease connection)
{
    if (connection && connection->is_spent()) connection.reset();
    {
        const std::lock_guard lock{mutex_};
        if (connection)
            free_.push_back(std::move(connection));
        else
            ++may_open_;
    }
    returned_.notify_one();
}

} // namespace db
