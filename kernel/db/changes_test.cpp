#include "kernel/db/changes.hpp"
#include "kernel/db/test_schema.hpp"
#include "kernel/db/transaction.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

namespace
{

const auto workspace_1 = db::Scope::of_workspace(1);
const auto workspace_2 = db::Scope::of_workspace(2);

constexpr db::Query count_clients{"test.count_clients",
                                  "SELECT count(*) FROM client WHERE workspace_id = :workspace"};
constexpr db::Query count_names{
    "test.count_names", "SELECT count(*) FROM published_client WHERE workspace_id = :workspace"};
constexpr db::Query count_visits{"test.count_visits",
                                 "SELECT count(*) FROM visit WHERE workspace_id = :workspace"};
constexpr db::Query add_client{
    "test.add_client",
    "INSERT INTO client (workspace_id, id, name) VALUES (:workspace, :id, :name)"};
constexpr db::Query rename_nobody{
    "test.rename_nobody",
    "UPDATE client SET name = 'x' WHERE workspace_id = :workspace AND id = -1"};
constexpr db::Query add_workspace{
    "test.add_workspace",
    "-- all workspaces: a platform table\nINSERT INTO workspace (id, slug) VALUES (:id, :slug)"};
constexpr db::Query all_members{"test.all_members",
                                "-- all workspaces: a test\nSELECT count(*) FROM membership"};

struct Product {
    std::unique_ptr<test_support::FreshDatabase> fresh =
        test_support::fresh_database(db::Engine::Sqlite, db::test_schema::files);
    db::Database& database = **fresh;

    void write(const db::Scope& scope, const db::Query& query, db::Binds binds = {})
    {
        auto& ids = database.ids();
        database.write(scope, [&](db::Connection& connection) {
            db::Transaction tx{connection, scope, ids};
            tx.execute(query, binds);
        });
    }
    db::Footprint read(const db::Scope& scope, const db::Query& query)
    {
        const db::ReadRecord record;
        auto& ids = database.ids();
        database.read(scope, [&](db::Connection& connection) {
            db::Transaction tx{connection, scope, ids};
            tx.value<std::int64_t>(query);
        });
        return record.footprint();
    }
    bool none_since(std::uint64_t moment, const db::Footprint& footprint) const
    {
        return database.changes()->none_since(moment, footprint);
    }
};

} // namespace

TEST_CASE("what was read is known to have changed, by table and workspace, through views too")
{
    Product product;
    product.write(db::Scope::platform(), add_workspace, {{"id", 1}, {"slug", "a"}});
    const auto moment = product.database.changes()->now();
    const auto clients = product.read(workspace_1, count_clients);
    const auto names = product.read(workspace_1, count_names);
    const auto visits = product.read(workspace_1, count_visits);
    const auto elsewhere = product.read(workspace_2, count_clients);
    CHECK(product.none_since(moment, clients));

    product.write(workspace_1, rename_nobody);
    CHECK(product.none_since(moment, clients));
    product.write(workspace_1, add_client, {{"id", 1}, {"name", "Malo"}});
    CHECK_FALSE(product.none_since(moment, clients));
    CHECK_FALSE(product.none_since(moment, names));
    CHECK(product.none_since(moment, visits));
    CHECK(product.none_since(moment, elsewhere));
    CHECK(product.none_since(product.database.changes()->now(), clients));
}

TEST_CASE("who reads all workspaces sees every change, and a platform table changes for everybody")
{
    Product product;
    const auto moment = product.database.changes()->now();
    const auto everybody = product.read(db::Scope::platform(), all_members);
    CHECK(product.none_since(moment, everybody));
    product.write(db::Scope::platform(), add_workspace, {{"id", 1}, {"slug", "a"}});
    CHECK(product.none_since(moment, everybody));
    product.write(workspace_1,
                  {"test.add_member", "INSERT INTO membership (workspace_id, id, name) VALUES "
                                      "(:workspace, 1, 'Malo')"});
    CHECK_FALSE(product.none_since(moment, everybody));
}

TEST_CASE("a thread that writes, or reads two workspaces, leaves no whole footprint")
{
    Product product;
    const db::ReadRecord record;
    product.write(db::Scope::platform(), add_workspace, {{"id", 1}, {"slug", "a"}});
    CHECK_FALSE(record.footprint().is_whole);
    CHECK_FALSE(product.none_since(product.database.changes()->now(), record.footprint()));
}

TEST_CASE("another process may write: nothing is known of PostgreSQL, nor of a file held by nobody")
{
    auto fresh = test_support::fresh_database(db::Engine::Sqlite, db::test_schema::files);
    const auto shared = db::Database::open(fresh->options());
    CHECK(shared->changes() == nullptr);
    auto postgres = test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
    CHECK(postgres->database().changes() == nullptr);
}
