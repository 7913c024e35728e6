#pragma once

#include "kernel/db/database.hpp"

#include <functional>

namespace db
{

/// As migrate(); `before_change` is called once, before the first migration applied to a database
/// that has some already. What it throws leaves everything as it was.
MigrationReport migrate(const DatabaseOptions& options,
                        std::span<const base::EmbeddedFile> migrations,
                        const std::function<void()>& before_change);

} // namespace db
