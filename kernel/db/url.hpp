#pragma once

#include "kernel/db/database.hpp"

#include <filesystem>
#include <string_view>

namespace db
{

/// Throws std::invalid_argument unless the URL is "sqlite:FILE" or "postgres://…"
/// ("postgresql://…").
Engine engine_of(std::string_view url);
std::filesystem::path sqlite_file_of(std::string_view url);

} // namespace db
