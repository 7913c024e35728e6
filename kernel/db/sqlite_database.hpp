#pragma once

#include "kernel/db/database.hpp"

#include <memory>

namespace db
{

std::unique_ptr<Database> open_sqlite(const DatabaseOptions& options);

} // namespace db
