#include "kernel/base/refusal.hpp"
#include "kernel/db/database.hpp"
#include "kernel/db/insert_all.hpp"
#include "kernel/db/test_schema.hpp"
#include "kernel/db/transaction.hpp"
#include "tests/support/database.hpp"

#include <boost/describe/class.hpp>
#include <doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace
{

struct Client {
    std::int64_t id = 0;
    std::string name;
    bool active = true;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Client, (), (id, name, active, note))

constexpr db::Table<Client> clients{"client"};
constexpr db::Query select_clients{
    "test.clients",
    "SELECT id, name, active, note FROM client WHERE workspace_id = :workspace ORDER BY id"};
constexpr db::Query count_clients{"test.count_clients",
                                  "SELECT count(*) FROM client WHERE workspace_id = :workspace"};
constexpr db::Query insert_visit{
    "test.insert_visit",
    "INSERT INTO visit (workspace_id, id, client_id) VALUES (:workspace, :id, :client)"};

const auto workspace_1 = db::Scope::of_workspace(1);

auto fresh(db::Engine engine)
{
    return test_support::fresh_database(engine, db::test_schema::files);
}

void write(db::Database& database, const db::Scope& scope,
           const std::function<void(db::Transaction&)>& work)
{
    auto& ids = database.ids();
    database.write(scope, [&](db::Connection& connection) {
        db::Transaction tx{connection, scope, ids};
        work(tx);
    });
}

void read(db::Database& database, const db::Scope& scope,
          const std::function<void(db::Transaction&)>& work)
{
    auto& ids = database.ids();
    database.read(scope, [&](db::Connection& connection) {
        db::Transaction tx{connection, scope, ids};
        work(tx);
    });
}

std::int64_t clients_of(db::Database& database, const db::Scope& scope)
{
    std::int64_t count = -1;
    read(database, scope,
         [&](db::Transaction& tx) { count = tx.value<std::int64_t>(count_clients).value(); });
    return count;
}

} // namespace

TEST_CASE_ENGINES("A row goes in and comes out as the struct it was")
{
    const auto database = fresh(engine);
    const Client written{.id = 7, .name = "Œuvre d’été", .active = false, .note = std::nullopt};
    write(**database, workspace_1, [&](db::Transaction& tx) { tx.insert(clients, written); });
    std::vector<Client> found;
    read(**database, workspace_1,
         [&](db::Transaction& tx) { found = tx.rows<Client>(select_clients); });
    REQUIRE(found.size() == 1);
    CHECK(found.front().id == 7);
    CHECK(found.front().name == "Œuvre d’été");
    CHECK_FALSE(found.front().active);
    CHECK_FALSE(found.front().note.has_value());
}

TEST_CASE_ENGINES("Rows go in together, in the order given, whether or not they fill a statement")
{
    const auto database = fresh(engine);
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, db::rows_of_insert_max, 2 * db::rows_of_insert_max + 3}) {
        CAPTURE(count);
        std::vector<Client> written;
        for (std::size_t n = 0; n < count; ++n)
            written.push_back(
                {.id = static_cast<int>(1 + count * 100 + n),
                 .name = std::to_string(count) + " n° " + std::to_string(n),
                 .active = n % 2 == 0,
                 .note = n % 3 == 0 ? std::optional<std::string>{"note"} : std::nullopt});
        const auto before = clients_of(**database, workspace_1);
        write(**database, workspace_1,
              [&](db::Transaction& tx) { db::insert_all(tx, clients, written); });
        CHECK(clients_of(**database, workspace_1) == before + static_cast<int>(count));
        std::vector<Client> found;
        read(**database, workspace_1,
             [&](db::Transaction& tx) { found = tx.rows<Client>(select_clients); });
        for (const auto& row : written) {
            const auto same = std::ranges::find(found, row.id, &Client::id);
            REQUIRE(same != found.end());
            CHECK(same->name == row.name);
            CHECK(same->active == row.active);
            CHECK(same->note == row.note);
        }
    }
    const std::vector<Client> twice{{.id = 7, .name = "a", .active = true, .note = {}},
                                    {.id = 7, .name = "a", .active = true, .note = {}}};
    const auto before = clients_of(**database, workspace_1);
    CHECK_THROWS_AS(write(**database, workspace_1,
                          [&](db::Transaction& tx) { db::insert_all(tx, clients, twice); }),
                    db::ConstraintViolation);
    CHECK(clients_of(**database, workspace_1) == before);
}

TEST_CASE_ENGINES("What a closure throws is thrown to its caller and undoes its rows")
{
    const auto database = fresh(engine);
    CHECK_THROWS_AS(write(**database, workspace_1,
                          [&](db::Transaction& tx) {
                              tx.insert(clients, Client{.id = 1, .name = "a", .note = {}});
                              throw base::Refusal{"test.refusal"};
                          }),
                    base::Refusal);
    CHECK(clients_of(**database, workspace_1) == 0);
}

TEST_CASE_ENGINES("A taken unique key is a ConstraintViolation, also when it is caught inside")
{
    const auto database = fresh(engine);
    write(**database, workspace_1, [&](db::Transaction& tx) {
        tx.insert(clients, Client{.id = 1, .name = "a", .note = {}});
    });
    CHECK_THROWS_AS(write(**database, workspace_1,
                          [&](db::Transaction& tx) {
                              tx.insert(clients, Client{.id = 2, .name = "a", .note = {}});
                          }),
                    db::ConstraintViolation);
    CHECK(clients_of(**database, workspace_1) == 1);
}

TEST_CASE_ENGINES("A deferred foreign key that fails at the commit is told to its own caller")
{
    const auto database = fresh(engine);
    CHECK_THROWS_AS(write(**database, workspace_1,
                          [](db::Transaction& tx) {
                              tx.execute(insert_visit, {{"id", 1}, {"client", 99}});
                          }),
                    db::ConstraintViolation);
    write(**database, workspace_1, [&](db::Transaction& tx) {
        tx.execute(insert_visit, {{"id", 1}, {"client", 5}});
        tx.insert(clients, Client{.id = 5, .name = "a", .note = {}});
    });
    CHECK(clients_of(**database, workspace_1) == 1);
}

TEST_CASE_ENGINES("Writing inside a read throws and writes nothing")
{
    const auto database = fresh(engine);
    CHECK_THROWS(read(**database, workspace_1, [&](db::Transaction& tx) {
        tx.insert(clients, Client{.id = 1, .name = "a", .note = {}});
    }));
    CHECK(clients_of(**database, workspace_1) == 0);
}

TEST_CASE_ENGINES("A read keeps its snapshot while others write")
{
    const auto database = fresh(engine);
    read(**database, workspace_1, [&](db::Transaction& tx) {
        CHECK(tx.value<std::int64_t>(count_clients) == 0);
        std::thread other{[&] {
            write(**database, workspace_1, [](db::Transaction& their) {
                their.insert(clients, Client{.id = 1, .name = "a", .note = {}});
            });
        }};
        other.join();
        CHECK(tx.value<std::int64_t>(count_clients) == 0);
    });
    CHECK(clients_of(**database, workspace_1) == 1);
}

TEST_CASE_ENGINES("A missing bind, a useless bind and a missing :workspace name the query")
{
    const auto database = fresh(engine);
    write(**database, workspace_1, [&](db::Transaction& tx) {
        CHECK_THROWS_WITH_AS(tx.execute(insert_visit, {{"id", 1}}),
                             doctest::Contains("test.insert_visit"), std::logic_error);
        CHECK_THROWS_WITH_AS(tx.value<std::int64_t>(count_clients, {{"id", 1}}),
                             doctest::Contains("test.count_clients"), std::logic_error);
        CHECK_THROWS_WITH_AS(tx.value<std::int64_t>({"test.open", "SELECT count(*) FROM client"}),
                             doctest::Contains("test.open"), std::logic_error);
    });
}

TEST_CASE_ENGINES("A transaction inside another aborts, whichever way it is nested")
{
    const auto database = fresh(engine); // not opened here: a fork copies what its threads hold
    for (const bool outer_writes : {true, false}) {
        const auto child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::signal(SIGABRT, SIG_DFL);
            ::close(2);
            const auto own = db::Database::open(database->options());
            const auto nested = [&](db::Connection&) {
                own->write(workspace_1, [](db::Connection&) {});
            };
            if (outer_writes)
                own->write(workspace_1, nested);
            else
                own->read(workspace_1, nested);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == SIGABRT);
    }
}

TEST_CASE_ENGINES("A transaction sees only the kinds of tables of its scope")
{
    const auto database = fresh(engine);
    const auto refused = [&](const db::Scope& scope, const char* sql) {
        CAPTURE(sql);
        CHECK_THROWS_AS((*database)->write(scope,
                                           [&](db::Connection& c) {
                                               c.execute({"test.probe", sql}, {});
                                           }),
                        std::logic_error);
    };
    refused(db::Scope::platform(), "SELECT name FROM client");
    refused(db::Scope::platform(), "SELECT count(*) FROM client");
    refused(db::Scope::platform(), "UPDATE client SET name = 'x'");
    refused(db::Scope::platform(), "DELETE FROM visit");
    refused(db::Scope::platform(), "SELECT name FROM published_client");
    refused(workspace_1, "DELETE FROM workspace");
    refused(workspace_1, "DROP TABLE client");
    refused(workspace_1, "CREATE TABLE other (id BIGINT)");
    refused(workspace_1, "CREATE TEMPORARY TABLE other (id BIGINT)");
    refused(workspace_1, "SELECT count(*) FROM schema_migration");
    const auto allowed = [&](const db::Scope& scope, const char* sql) {
        CAPTURE(sql);
        CHECK_NOTHROW((*database)->write(scope, [&](db::Connection& c) {
            c.execute({"test.probe", sql}, {});
        }));
    };
    allowed(db::Scope::platform(), "INSERT INTO workspace (id, slug) VALUES (1, 'a')");
    allowed(db::Scope::platform(), "SELECT name FROM membership");
    allowed(workspace_1, "SELECT name FROM published_client");
    allowed(workspace_1, "UPDATE workspace SET slug = 'b'");
    allowed(workspace_1, "WITH found AS (SELECT id FROM client) SELECT count(*) FROM found");
}
