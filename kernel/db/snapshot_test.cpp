#include "kernel/db/snapshot.hpp"
#include "kernel/db/test_schema.hpp"
#include "kernel/db/url.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"

#include <doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace
{

constexpr int writers = 4;
const auto workspace = db::Scope::of_workspace(1);

constexpr db::Query insert_client{"test.client",
                                  "INSERT INTO client (workspace_id, id, name, note) "
                                  "VALUES (:workspace, :id, :name, :note)"};
constexpr db::Query insert_visit{"test.visit", "INSERT INTO visit (workspace_id, id, client_id) "
                                               "VALUES (:workspace, :id, :client)"};

/// Two rows in one transaction: half of it must never be seen.
void add_pair(db::Database& database, const std::string& note)
{
    const auto id = database.ids().next();
    database.write(workspace, [&](db::Connection& connection) {
        connection.execute(insert_client, {{"workspace", workspace.workspace},
                                           {"id", id},
                                           {"name", std::to_string(id)},
                                           {"note", note}});
        connection.execute(insert_visit,
                           {{"workspace", workspace.workspace}, {"id", id}, {"client", id}});
    });
}

db::TableContents contents_of(db::Snapshot& snapshot, const std::string& table)
{
    return snapshot.read(table, {});
}

/// What a backup reads: the copy of the file on SQLite, the database itself on PostgreSQL.
class Moment
{
  public:
    explicit Moment(const db::DatabaseOptions& options)
    {
        if (options.url.starts_with("postgres")) {
            snapshot_ = db::open_snapshot(options);
            return;
        }
        const auto copy = folder_.path() / "copy.sqlite";
        db::copy_sqlite(db::sqlite_file_of(options.url), copy);
        CHECK(std::distance(std::filesystem::directory_iterator{folder_.path()}, {}) == 1);
        CHECK(db::check_sqlite(copy) == "ok");
        snapshot_ = db::open_snapshot({.url = "sqlite:" + copy.string()});
    }
    db::Snapshot& operator*() const { return *snapshot_; }
    db::Snapshot* operator->() const { return snapshot_.get(); }

  private:
    test_support::TemporaryFolder folder_;
    std::unique_ptr<db::Snapshot> snapshot_;
};

} // namespace

TEST_CASE_ENGINES("a snapshot is of one moment, however much others write meanwhile")
{
    const auto fresh = test_support::fresh_database(engine, db::test_schema::files);
    auto& database = fresh->database();
    add_pair(database, "first");
    std::atomic<bool> is_over = false;
    std::atomic<int> written = 0;
    std::vector<std::thread> threads;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&] {
            while (!is_over) {
                add_pair(database, std::string(2'000, 'x'));
                ++written;
            }
        });
    while (written < 50)
        std::this_thread::yield();
    for (int n = 0; n < 5; ++n) {
        const Moment moment{fresh->options()};
        const auto clients = contents_of(*moment, "client");
        const auto before = written.load();
        while (written < before + 20)
            std::this_thread::yield();
        CHECK(clients.rows >= 50);
        CHECK(clients.rows == contents_of(*moment, "visit").rows);
        CHECK(clients == contents_of(*moment, "client"));
    }
    is_over = true;
    for (auto& thread : threads)
        thread.join();
    const Moment last{fresh->options()};
    CHECK(contents_of(*last, "client").rows == written + 1);
}

TEST_CASE_ENGINES("a digest changes with any value, and only with it")
{
    const auto fresh = test_support::fresh_database(engine, db::test_schema::files);
    auto& database = fresh->database();
    add_pair(database, "one");
    const auto read = [&] { return contents_of(*Moment{fresh->options()}, "client"); };
    const auto before = read();
    CHECK(before == read());
    CHECK(before.columns ==
          std::vector<std::string>{"workspace_id", "id", "name", "active", "note"});
    for (const char* change :
         {"UPDATE client SET note = 'two' WHERE workspace_id = :workspace",
          "UPDATE client SET note = '' WHERE workspace_id = :workspace",
          "UPDATE client SET note = NULL WHERE workspace_id = :workspace",
          "UPDATE client SET active = FALSE WHERE workspace_id = :workspace"}) {
        const auto earlier = read();
        database.write(workspace, [&](db::Connection& connection) {
            connection.execute({"test.change", change}, {{"workspace", workspace.workspace}});
        });
        CHECK(read().sha256 != earlier.sha256);
    }
}

TEST_CASE("what a PostgreSQL snapshot gave fills another database with the same bytes")
{
    const auto fresh = test_support::fresh_database(db::Engine::Postgres, db::test_schema::files);
    for (const char* note : {"plain", "tab\tand\nline\\N", "", "L’été — 日本 🎉"})
        add_pair(fresh->database(), note);
    const auto snapshot = db::open_snapshot(fresh->options());
    std::vector<db::TableContents> before;
    std::vector<db::TableToFill> fills;
    for (const auto& table : snapshot->tables()) {
        std::string bytes;
        before.push_back(snapshot->read(table, [&](std::string_view row) { bytes += row; }));
        fills.push_back({.name = table,
                         .columns = before.back().columns,
                         .rows = [bytes](const db::ByteSink& sink) { sink(bytes); }});
    }
    const auto place = [&](const char* table) {
        return std::ranges::find(before, std::string{table}, &db::TableContents::name);
    };
    CHECK(place("client") < place("visit"));

    const auto other = test_support::empty_postgres_database();
    CHECK(db::is_empty_postgres(other));
    db::migrate(other, db::test_schema::files);
    CHECK_FALSE(db::is_empty_postgres(other));
    db::fill_postgres(other, fills);
    {
        const auto after = db::open_snapshot(other);
        for (const auto& table : before)
            CHECK(after->read(table.name, {}) == table);
    }

    fills.back().rows = [](const db::ByteSink& sink) { sink("broken\n"); };
    CHECK_THROWS_AS(db::fill_postgres(other, fills), db::Unavailable);
    const auto unchanged = db::open_snapshot(other);
    for (const auto& table : before)
        CHECK(unchanged->read(table.name, {}) == table);
    test_support::drop_database(other.url);
}
