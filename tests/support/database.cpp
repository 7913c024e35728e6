#include "tests/support/database.hpp"

#include "kernel/base/text.hpp"
#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/postgres_security.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "tests/support/postgres_template.hpp"

#include <unistd.h>

#include <cstdlib>
#include <map>
#include <mutex>
#include <stdexcept>

namespace test_support
{

namespace
{

/// A template is good as long as what made it is the same: migrations and rights.
std::string key_of(std::span<const base::EmbeddedFile> migrations)
{
    std::string all;
    for (const auto& file : migrations)
        all.append(file.path).append("\n").append(base::sha256(file.bytes));
    const db::PostgresRoles roles{.platform = "platform", .workspace = "workspace"};
    for (const auto kind : {db::TableKind::Platform, db::TableKind::Shared, db::TableKind::Business,
                            db::TableKind::View, db::TableKind::Log, db::TableKind::PlatformLog})
        all += db::security_sql("table", kind, roles);
    all += db::schema_security_sql("database", roles);
    return base::hex(base::sha256(all)).substr(0, 16);
}

class FreshSqlite final : public FreshDatabase
{
  public:
    explicit FreshSqlite(const std::filesystem::path& model)
    {
        const auto file = folder_.path() / "etabli.sqlite";
        std::filesystem::copy_file(model, file);
        options_.url = "sqlite:" + file.string();
    }
    const db::DatabaseOptions& options() const override { return options_; }
    db::Database& database() override
    {
        auto alone = options_;
        alone.exclusive = true;
        if (!database_) database_ = db::Database::open(alone);
        return *database_;
    }

  private:
    TemporaryFolder folder_;
    db::DatabaseOptions options_;
    std::unique_ptr<db::Database> database_;
};

std::filesystem::path sqlite_template(std::span<const base::EmbeddedFile> migrations)
{
    static std::mutex mutex;
    static TemporaryFolder folder;
    const auto file = folder.path() / (key_of(migrations) + ".sqlite");
    const std::lock_guard lock{mutex};
    if (!std::filesystem::exists(file)) db::migrate({.url = "sqlite:" + file.string()}, migrations);
    return file;
}

class FreshPostgres final : public FreshDatabase
{
  public:
    explicit FreshPostgres(db::DatabaseOptions options) : options_(std::move(options)) {}
    ~FreshPostgres() override
    {
        database_.reset();
        drop_database(options_.url);
    }
    const db::DatabaseOptions& options() const override { return options_; }
    db::Database& database() override
    {
        if (!database_) database_ = db::Database::open(options_);
        return *database_;
    }

  private:
    db::DatabaseOptions options_;
    std::unique_ptr<db::Database> database_;
};

} // namespace

std::unique_ptr<FreshDatabase> fresh_database(db::Engine engine)
{
    return fresh_database(engine, base::embedded_migrations());
}

std::unique_ptr<FreshDatabase> fresh_database(db::Engine engine,
                                              std::span<const base::EmbeddedFile> migrations)
{
    if (engine == db::Engine::Sqlite)
        return std::make_unique<FreshSqlite>(sqlite_template(migrations));
    return std::make_unique<FreshPostgres>(
        copy_of_postgres_template(key_of(migrations), migrations));
}

void run_as_owner(const FreshDatabase& database, const std::string& sql)
{
    const auto& url = database.options().url;
    constexpr std::string_view of_file = "sqlite:";
    if (!url.starts_with(of_file)) {
        db::PostgresConnection{db::postgres_parameters(url)}.script(sql);
        return;
    }
    db::SqliteConnection{{.file = url.substr(of_file.size()),
                          .role = db::SqliteConnection::Role::Migration,
                          .kinds = {}}}
        .script(sql);
}

TemporaryFolder::TemporaryFolder()
{
    const auto memory = std::filesystem::path{"/dev/shm"};
    const auto parent =
        ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    auto name = (parent / "etabli-test.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace test_support
