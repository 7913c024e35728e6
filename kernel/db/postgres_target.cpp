#include "kernel/db/migration_target.hpp"

namespace db
{

std::unique_ptr<MigrationTarget> open_postgres_target(const DatabaseOptions&)
{
    throw std::invalid_argument("PostgreSQL is not built in yet");
}

} // namespace db
