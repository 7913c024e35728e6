#include "kernel/db/database.hpp"

#include "kernel/db/postgres_database.hpp"
#include "kernel/db/sqlite_database.hpp"
#include "kernel/db/url.hpp"

namespace db
{

std::unique_ptr<Database> Database::open(const DatabaseOptions& options)
{
    if (engine_of(options.url) == Engine::Sqlite) return open_sqlite(options);
    return open_postgres(options);
}

} // namespace db
