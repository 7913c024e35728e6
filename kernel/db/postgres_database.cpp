#include "kernel/db/postgres_database.hpp"

#include "kernel/db/leased_ids.hpp"
#include "kernel/db/nesting.hpp"
#include "kernel/db/postgres_pool.hpp"
#include "kernel/db/postgres_roles.hpp"
#include "kernel/db/schema_record.hpp"

namespace db
{

namespace
{

void check_server(PostgresConnection& connection, const DatabaseOptions& options)
{
    constexpr Query unsafe_settings{"db.postgres_unsafe_settings", R"sql(
-- all workspaces: the server's own settings
SELECT name FROM pg_settings
WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'
)sql"};
    if (connection.server_version() < postgres_version_min)
        throw std::runtime_error("PostgreSQL 15 or later is needed");
    if (options.durability == DatabaseOptions::Durability::TestsOnly) return;
    const auto rows = connection.open(unsafe_settings, {});
    if (rows->next())
        throw std::runtime_error("PostgreSQL runs with " + std::string{rows->text(0)} +
                                 " = off: a power cut would lose acknowledged work");
}

class PostgresDatabase final : public Database
{
  public:
    explicit PostgresDatabase(const DatabaseOptions& options)
        : platform_(parameters_of_role(options, postgres_roles(options).platform),
                    options.readers_max, options.busy_timeout),
          workspace_(parameters_of_role(options, postgres_roles(options).workspace),
                     options.readers_max, options.busy_timeout)
    {
        platform_.run(Scope::platform(), Access::Read, [&](Connection& connection) {
            check_server(dynamic_cast<PostgresConnection&>(connection), options);
            makes_ids_ = table_kinds(connection).contains("process_lease");
        });
        ids_ = std::make_unique<LeasedIds>(
            [this](const Work& work) { platform_.run(Scope::platform(), Access::Write, work); });
    }

    Engine engine() const override { return Engine::Postgres; }

    void write(const Scope& scope, const Work& work) override
    {
        InsideTransaction::assert_outside();
        start_ids();
        pool_of(scope).run(scope, Access::Write, work);
    }

    void read(const Scope& scope, const Work& work) override
    {
        InsideTransaction::assert_outside();
        pool_of(scope).run(scope, Access::Read, work);
    }

    IdMaker& ids() override
    {
        if (!InsideTransaction::here()) start_ids();
        return *ids_;
    }

  private:
    using Access = PostgresConnection::Access;

    PostgresPool& pool_of(const Scope& scope)
    {
        return scope.kind == Scope::Kind::Platform ? platform_ : workspace_;
    }
    void start_ids()
    {
        if (makes_ids_) ids_->start();
    }

    PostgresPool platform_;
    PostgresPool workspace_;
    bool makes_ids_ = false;
    std::unique_ptr<LeasedIds> ids_; ///< first to go: it writes its last word
};

} // namespace

std::unique_ptr<Database> open_postgres(const DatabaseOptions& options)
{
    return std::make_unique<PostgresDatabase>(options);
}

} // namespace db
