#pragma once

#include "kernel/db/database.hpp"

#include <memory>

namespace db
{

std::unique_ptr<Database> open_postgres(const DatabaseOptions& options);

/// 15: security_invoker views.
inline constexpr int postgres_version_min = 150'000;

} // namespace db
