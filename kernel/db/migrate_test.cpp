#include "kernel/db/migration_plan.hpp"
#include "kernel/db/test_schema.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"

#include <doctest.h>

#include <optional>
#include <vector>

namespace
{

/// A database without tables, dropped at the end.
class EmptyDatabase
{
  public:
    explicit EmptyDatabase(db::Engine engine)
    {
        if (engine == db::Engine::Sqlite) {
            folder_.emplace();
            options_.url = "sqlite:" + (folder_->path() / "etabli.sqlite").string();
        } else {
            options_ = test_support::empty_postgres_database();
        }
    }
    ~EmptyDatabase()
    {
        if (!folder_) test_support::drop_database(options_.url);
    }
    EmptyDatabase(const EmptyDatabase&) = delete;
    EmptyDatabase& operator=(const EmptyDatabase&) = delete;

    db::MigrationReport migrate(const std::vector<base::EmbeddedFile>& files) const
    {
        return db::migrate(options_, files);
    }
    void refuse(const std::vector<base::EmbeddedFile>& files, const char* why) const
    {
        CHECK_THROWS_WITH_AS(migrate(files), doctest::Contains(why), db::MigrationRefused);
    }
    const db::DatabaseOptions& options() const { return options_; }

  private:
    std::optional<test_support::TemporaryFolder> folder_;
    db::DatabaseOptions options_;
};

constexpr std::string_view create_note =
    "-- table: note business\n"
    "CREATE TABLE note (workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, "
    "PRIMARY KEY (workspace_id, id));";
constexpr base::EmbeddedFile first{"modules/a/migrations/20260101000000_a_create.sql", create_note};

base::EmbeddedFile second(std::string_view sql)
{
    return {"modules/b/migrations/20260102000000_b_create.sql", sql};
}

} // namespace

TEST_CASE_ENGINES("Migrations run once, oldest first, whatever their folder")
{
    const EmptyDatabase database{engine};
    const base::EmbeddedFile later{"kernel/z/migrations/20260301000000_z_add.sql",
                                   "ALTER TABLE note ADD COLUMN body TEXT;"};
    CHECK(database.migrate({later, first}).applied == 2);
    const auto again = database.migrate({later, first});
    CHECK(again.applied == 0);
    CHECK(again.already == 2);
}

TEST_CASE_ENGINES("A migration that fails leaves nothing behind and can be mended")
{
    const EmptyDatabase database{engine};
    database.refuse(
        {first, second("ALTER TABLE note ADD COLUMN body TEXT; SELECT nonsense FROM nowhere;")},
        "20260102000000_b_create");
    CHECK(database.migrate({first, second("ALTER TABLE note ADD COLUMN body TEXT;")}).applied == 1);
}

TEST_CASE_ENGINES(
    "An applied migration that changed, or that this program does not know, is refused")
{
    const EmptyDatabase database{engine};
    database.migrate({first, second("ALTER TABLE note ADD COLUMN body TEXT;")});
    database.refuse({first, second("ALTER TABLE note ADD COLUMN other TEXT;")}, "changed");
    database.refuse({first}, "unknown to this program");
}

TEST_CASE_ENGINES("The twin for PostgreSQL replaces the file there and only there")
{
    const EmptyDatabase database{engine};
    const base::EmbeddedFile twin{
        "modules/a/migrations/20260101000000_a_create.postgres.sql",
        "-- table: memo business\n"
        "CREATE TABLE memo (workspace_id BIGINT, id BIGINT, PRIMARY KEY (workspace_id, id));"};
    CHECK(database.migrate({first, twin}).applied == 1);
    const auto table = engine == db::Engine::Sqlite ? "ALTER TABLE note ADD COLUMN x TEXT;"
                                                    : "ALTER TABLE memo ADD COLUMN x TEXT;";
    CHECK(database.migrate({first, twin, second(table)}).applied == 1);
}

TEST_CASE_ENGINES("File names and declarations that say nothing are refused")
{
    const EmptyDatabase database{engine};
    database.refuse({{"modules/a/migrations/1_create.sql", create_note}}, "YYYYMMDDHHMMSS");
    database.refuse({first, {"modules/b/migrations/20260101000000_a_create.sql", ""}},
                    "two migrations");
    database.refuse({second("-- table: note secret\nSELECT 1;")}, "expected");
    database.refuse({second("-- table: ghost business\nSELECT 1;")}, "does not exist");
    database.refuse({second("CREATE TABLE quiet (id BIGINT PRIMARY KEY);")}, "is not declared");
    database.refuse({second("COMMIT;")}, "must not end its transaction");
}

TEST_CASE_ENGINES("A key that could point into another workspace is refused")
{
    const EmptyDatabase database{engine};
    const auto refuse = [&](std::string_view sql, const char* why) {
        database.refuse({first, second(sql)}, why);
    };
    refuse("-- table: child business\nCREATE TABLE child (id BIGINT PRIMARY KEY, workspace_id "
           "BIGINT);",
           "primary key of child must begin with workspace_id");
    refuse("-- table: child business\nCREATE TABLE child (workspace_id BIGINT, id BIGINT, number "
           "TEXT UNIQUE, "
           "PRIMARY KEY (workspace_id, id));",
           "must begin with workspace_id");
    refuse("-- table: child business\nCREATE TABLE child (workspace_id BIGINT, id BIGINT, other "
           "BIGINT, note_id BIGINT, "
           "PRIMARY KEY (workspace_id, id), FOREIGN KEY (other, note_id) REFERENCES note "
           "(workspace_id, id));",
           "must be composite");
    refuse("-- table: person platform\nCREATE TABLE person (id BIGINT PRIMARY KEY);\n"
           "-- table: child business\nCREATE TABLE child (workspace_id BIGINT, id BIGINT, "
           "person_id BIGINT REFERENCES person (id), PRIMARY KEY (workspace_id, id));",
           "by membership");
    CHECK(database
              .migrate(
                  {first,
                   second(
                       "-- table: child business\nCREATE TABLE child (workspace_id BIGINT, id "
                       "BIGINT, "
                       "note_id BIGINT, PRIMARY KEY (workspace_id, id), "
                       "FOREIGN KEY (workspace_id, note_id) REFERENCES note (workspace_id, id));")})
              .applied == 1);
}

TEST_CASE("A table can be rebuilt on SQLite with its references kept, and a broken one is refused")
{
    const EmptyDatabase database{db::Engine::Sqlite};
    database.migrate({db::test_schema::files.begin(), db::test_schema::files.end()});
    const auto opened = db::Database::open(database.options());
    opened->write(db::Scope::of_workspace(1), [](db::Connection& connection) {
        connection.execute(
            {"test.client", "INSERT INTO client (workspace_id, id, name) VALUES (1, 1, 'a')"}, {});
        connection.execute(
            {"test.visit", "INSERT INTO visit (workspace_id, id, client_id) VALUES (1, 1, 1)"}, {});
    });
    const auto with = [](std::string_view sql) {
        std::vector<base::EmbeddedFile> files{db::test_schema::files.begin(),
                                              db::test_schema::files.end()};
        files.push_back({"modules/test/migrations/20260201000000_test_rebuild.sql", sql});
        return files;
    };
    const std::string rebuild =
        "DROP VIEW published_client;"
        "CREATE TABLE client_2 (workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT, "
        "PRIMARY KEY (workspace_id, id));"
        "INSERT INTO client_2 SELECT workspace_id, id, name FROM client WHERE id <> :lost;"
        "DROP TABLE client; ALTER TABLE client_2 RENAME TO client;";
    const auto losing = [&](const char* id) {
        auto sql = rebuild;
        return sql.replace(sql.find(":lost"), 5, id);
    };
    database.refuse(with(losing("1")), "that do not exist");
    CHECK(database.migrate(with(losing("99"))).applied == 1);
}

TEST_CASE("The product's own migrations apply to an empty database of each engine")
{
    for (const auto engine : {db::Engine::Sqlite, db::Engine::Postgres}) {
        const EmptyDatabase database{engine};
        const auto files = base::embedded_migrations();
        CHECK(database.migrate({files.begin(), files.end()}).applied > 0);
    }
}
