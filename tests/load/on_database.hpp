#pragma once

#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "tests/load/installation.hpp"

namespace load
{

/// `act(connection)` on the database of an installation, beside the program and its rules, on
/// whichever engine it is. A server may run.
template <class Act>
auto on_database(const Installation& installation, Act act)
{
    if (installation.engine() == db::Engine::Postgres) {
        db::PostgresConnection connection{db::postgres_parameters(installation.postgres_url())};
        return act(connection);
    }
    db::SqliteConnection connection{{.file = installation.database(),
                                     .role = db::SqliteConnection::Role::Migration,
                                     .kinds = nullptr}};
    return act(connection);
}

} // namespace load
