#include "kernel/db/database.hpp"

#include "kernel/db/sqlite_database.hpp"
#include "kernel/db/url.hpp"

namespace db
{

std::unique_ptr<Database> Database::open(const DatabaseOptions& options)
{
    if (engine_of(options.url) == Engine::Sqlite) return open_sqlite(options);
    throw std::invalid_argument("PostgreSQL is not built in yet");
}

} // namespace db
