#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/db/test_schema.hpp"
#include "kernel/db/url.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"

#include <doctest.h>

#include <atomic>
#include <thread>

namespace
{

constexpr db::Query insert_client{"test.insert_client", R"sql(
INSERT INTO test_client (workspace_id, id, name, balance, is_active)
VALUES (:workspace, :id, :name, :balance, :is_active)
)sql"};

void add_client(db::Database& database, std::int64_t id, const std::string& name)
{
    database.write(db::Scope::of_workspace(7), [&](db::Connection& connection) {
        connection.execute(insert_client, {{"workspace", std::int64_t{7}},
                                           {"id", id},
                                           {"name", name},
                                           {"balance", std::int64_t{-5}},
                                           {"is_active", true}});
    });
}

} // namespace
