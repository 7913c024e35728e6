#pragma once

#include "kernel/db/snapshot.hpp"

namespace db
{

std::unique_ptr<Snapshot> open_sqlite_snapshot(const DatabaseOptions& options);
std::unique_ptr<Snapshot> open_postgres_snapshot(const DatabaseOptions& options);

} // namespace db
