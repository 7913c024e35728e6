#include "kernel/db/sqlite_database.hpp"

#include "kernel/db/leased_ids.hpp"
#include "kernel/db/lock_file.hpp"
#include "kernel/db/nesting.hpp"
#include "kernel/db/schema_record.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/sqlite_readers.hpp"
#include "kernel/db/sqlite_writer.hpp"
#include "kernel/db/url.hpp"

#include <optional>

namespace db
{

namespace
{

/// Empty before the first migration: then no statement is allowed.
std::shared_ptr<const TableKinds> load_kinds(SqliteConnection::Settings settings)
{
    constexpr Query is_migrated{"db.sqlite_is_migrated", R"sql(
-- all workspaces: the engine's catalogue
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_table'
)sql"};
    settings.role = SqliteConnection::Role::Migration;
    SqliteConnection connection{std::move(settings)};
    const auto migrated = [&] {
        const auto rows = connection.open(is_migrated, {});
        return rows->next() && rows->integer(0) == 1;
    }();
    return std::make_shared<const TableKinds>(migrated ? table_kinds(connection) : TableKinds{});
}

class SqliteDatabase final : public Database
{
  public:
    explicit SqliteDatabase(const DatabaseOptions& options)
        : settings_{.file = sqlite_file_of(options.url),
                    .role = SqliteConnection::Role::Writer,
                    .busy_timeout = options.busy_timeout,
                    .kinds = nullptr}
    {
        if (options.exclusive) lock_.emplace(settings_.file.string() + ".lock");
        settings_.kinds = load_kinds(settings_);
        changes_ = std::make_unique<Changes>(*settings_.kinds);
        writer_ = std::make_unique<SqliteWriter>(settings_, *changes_);
        readers_ = std::make_unique<SqliteReaders>(settings_, options.readers_max);
        ids_ = std::make_unique<LeasedIds>(
            [this](const Work& work) { writer_->run(Scope::platform(), work); });
    }

    Engine engine() const override { return Engine::Sqlite; }

    void write(const Scope& scope, const Work& work) override
    {
        InsideTransaction::assert_outside();
        ReadRecord::note_writing();
        start_ids();
        writer_->run(scope, work);
    }

    void read(const Scope& scope, const Work& work) override
    {
        InsideTransaction::assert_outside();
        readers_->run(scope, work);
    }

    const Changes* changes() const override { return lock_ ? changes_.get() : nullptr; }

    IdMaker& ids() override
    {
        if (!InsideTransaction::here()) start_ids();
        return *ids_;
    }

  private:
    /// Before the transaction that will need an id, because a lease is a transaction of its own.
    void start_ids()
    {
        if (settings_.kinds->contains("process_lease")) ids_->start();
    }

    SqliteConnection::Settings settings_;
    std::optional<LockFile> lock_;
    std::unique_ptr<Changes> changes_;
    std::unique_ptr<SqliteWriter> writer_;
    std::unique_ptr<SqliteReaders> readers_;
    std::unique_ptr<LeasedIds> ids_; ///< first to go: it writes its last word
};

} // namespace

std::unique_ptr<Database> open_sqlite(const DatabaseOptions& options)
{
    return std::make_unique<SqliteDatabase>(options);
}

} // namespace db
