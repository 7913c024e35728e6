#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/ids.hpp"
#include "kernel/db/value.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

namespace db
{

class Changes;

enum class Engine { Sqlite, Postgres };

/// What a transaction may see. Platform: platform and shared tables, all workspaces.
/// Workspace: the shared and business rows of one workspace, and the platform rows that kernel/auth
/// functions read or write for it.
struct Scope {
    enum class Kind { Platform, Workspace };
    Kind kind = Kind::Platform;
    std::int64_t workspace = 0;

    static Scope platform() { return {}; }
    static Scope of_workspace(std::int64_t id) { return {Kind::Workspace, id}; }
};

/// A forward cursor over a result. Step it to the end or destroy it before the next statement.
class Rows : public Row
{
  public:
    virtual bool next() = 0;
    virtual int columns() const = 0;
    virtual std::string_view column_name(int column) const = 0;
};

/// A connection inside one transaction. Statements are prepared once per connection and kept.
class Connection
{
  public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    /// Every parameter of the statement must be bound, every bind used; else throws
    /// std::logic_error naming the query.
    virtual std::unique_ptr<Rows> open(const Query& query, const Binds& binds) = 0;
    /// Number of rows changed.
    virtual std::int64_t execute(const Query& query, const Binds& binds) = 0;
};

/// A unique key or foreign key said no. Caught where it is expected (a taken e-mail), else a fault.
/// The transaction is lost on both engines: catch it around Database::write, or use ON CONFLICT.
struct ConstraintViolation : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// No room left, or the database cannot be written for now: the router answers 503 and says that
/// nothing was written.
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct DatabaseOptions {
    std::string url;         ///< "sqlite:FILE" or "postgres://user:password@host:port/database"
    std::string role_secret; ///< PostgreSQL: the passwords of the two app roles derive from it
    std::string role_prefix; ///< PostgreSQL: `<prefix>_platform`, `<prefix>_workspace`; empty = the
                             ///< database
    int readers_max = 16;    ///< SQLite read connections; PostgreSQL connections per role
    std::chrono::milliseconds busy_timeout{5'000};
    enum class Durability { Required, TestsOnly };
    Durability durability =
        Durability::Required; ///< PostgreSQL: whether a server with fsync off is refused
    bool exclusive = false;   ///< SQLite: hold the lock file of `serve`
};

/// One database on either engine. Thread-safe.
///
/// SQLite: WAL, synchronous=FULL, foreign keys on; one writer thread batches waiting closures into
/// one fsync, each in its own SAVEPOINT; readers are per thread; an authorizer checks the scope
/// when a statement is prepared. PostgreSQL 15+: two pools (platform and workspace roles),
/// pipelined BEGIN + set_config + first statement, forced row-level security.
class Database
{
  public:
    using Work = std::function<void(Connection&)>;

    /// After `migrate`: an older program must not serve a schema it does not know, and PostgreSQL
    /// has no app roles before. Throws Unavailable, or std::runtime_error for a server that would
    /// lose acknowledged work.
    static std::unique_ptr<Database> open(const DatabaseOptions& options);
    virtual ~Database() = default;

    virtual Engine engine() const = 0;
    /// Runs `work` in one transaction and returns once it is durable. What `work` throws rolls it
    /// back and is thrown here. `work` must not wait (network, password hashing, PDF) and may be
    /// run again, so it must not change anything but the database and what it captures afresh.
    /// Nesting asserts. Serialisation failures and deadlocks are retried up to 5 times.
    virtual void write(const Scope& scope, const Work& work) = 0;
    /// Runs `work` in a read-only snapshot. Writing inside throws.
    virtual void read(const Scope& scope, const Work& work) = 0;
    /// Ids of this process (takes a lease on first use).
    virtual IdMaker& ids() = 0;
    /// What changed since the process started (changes.hpp); null when others may write too:
    /// PostgreSQL, or SQLite without the lock file.
    virtual const Changes* changes() const { return nullptr; }
};

struct MigrationReport {
    int applied = 0;
    int already = 0;
};

/// Brings the schema up to date from the embedded `migrations/*.sql` (kernel and modules together,
/// by file name, each in one transaction, checksums kept: an applied file that changed is refused,
/// and so is a database that knows a migration this program does not). Creates the two PostgreSQL
/// roles, their grants and the row-level security of every table declared `-- table: NAME KIND` in
/// a migration. `file.postgres.sql` replaces `file.sql` on PostgreSQL. Refuses PostgreSQL < 15.
MigrationReport migrate(const DatabaseOptions& options,
                        std::span<const base::EmbeddedFile> migrations);

} // namespace db
