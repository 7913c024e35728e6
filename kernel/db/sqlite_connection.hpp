#pragma once

#include "kernel/db/database.hpp"
#include "kernel/db/table_kind.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
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
    void enter(Scope::Kind scope) { scope_ = scope; }
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

    static int authorize(void* self, int action, const char* first, const char* second,
                         const char* database, const char* trigger);
    int judge(int action, std::string_view table, std::string_view column);
    int judge_table(TableUse use, std::string_view table, std::string_view column);
    Prepared& prepare(const Query& query);
    void bind(Prepared& prepared, const Query& query, const Binds& binds) const;
    [[noreturn]] void fail(std::string_view what, int code) const;
    void finalise_all();

    Settings settings_;
    sqlite3* handle_ = nullptr;
    Scope::Kind scope_ = Scope::Kind::Platform;
    bool trusted_ = false; ///< the statement being prepared is ours
    std::string refusal_;  ///< why the authorizer said no
    bool reading_ = false; ///< a cursor is open
    std::unique_ptr<Cache> cache_;
};

} // namespace db
