#pragma once

#include "kernel/db/database.hpp"
#include "kernel/db/sqlite_authorizer.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace db
{

/// One SQLite connection and its prepared statements, one cache per scope: the authorizer judges a
/// statement when it is prepared, so a statement allowed in one scope is prepared again in the
/// other. Used by one thread at a time.
class SqliteConnection final : public Connection
{
  public:
    /// Migration: no authorizer, foreign keys off. The others know `kinds` only.
    enum class Role { Writer, Reader, Migration };
    struct Settings {
        std::filesystem::path file;
        Role role = Role::Reader;
        std::chrono::milliseconds busy_timeout{5'000};
        std::shared_ptr<const TableKinds> kinds;
    };

    explicit SqliteConnection(Settings settings);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Engine engine() const override { return Engine::Sqlite; }
    std::unique_ptr<Rows> open(const Query& query, const Binds& binds) override;
    std::int64_t execute(const Query& query, const Binds& binds) override;

    /// From here on statements are judged for that scope.
    void enter(const Scope& scope)
    {
        authorizer_.enter(scope.kind);
        scope_ = scope;
        failed_ = false;
    }
    /// Tables written since the last call, by workspace, 0 for platform transactions; what was
    /// rolled back may be among them.
    using Written = std::map<std::int64_t, TableSet>;
    Written take_written() { return std::exchange(written_, {}); }
    /// A statement of this transaction failed. PostgreSQL then refuses the rest, so we do too.
    bool has_failed() const { return failed_; }
    /// BEGIN, COMMIT, SAVEPOINT…: what `open` and `execute` refuse.
    void control(const char* sql);
    /// Any number of statements, unjudged (migrations, PRAGMA).
    void script(const std::string& sql);
    /// False once SQLite has rolled the transaction back by itself (disk full, I/O error).
    bool in_transaction() const;

  private:
    friend class SqliteRows;
    struct Prepared;
    struct Cache;

    Prepared& prepare(const Query& query);
    void note_written(const Prepared& prepared);
    void bind(Prepared& prepared, const Query& query, const Binds& binds) const;
    [[noreturn]] void fail_statement(std::string_view query, int code);
    [[noreturn]] void fail(std::string_view what, int code) const;
    void finalise_all();

    Settings settings_;
    sqlite3* handle_ = nullptr;
    SqliteAuthorizer authorizer_;
    Scope scope_;
    Written written_;
    bool failed_ = false;  ///< a statement of this transaction was refused
    bool reading_ = false; ///< a cursor is open
    std::unique_ptr<Cache> cache_;
};

} // namespace db
