#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace load
{

/// Writes straight into the SQLite file of a stopped installation, beside the actions and their
/// rules: a tool of this folder only. Rows are copies of what the demonstration made, so they are
/// as long and as varied as real ones.

/// Brings the workspace to `total` tickets. The copies are older than what they copy, a minute
/// apart, so the newest pages of every view stay those of the demonstration.
void grow_tickets(const std::filesystem::path& file, const std::string& slug, std::int64_t total);
/// Brings the platform to `total` workspaces.
void grow_workspaces(const std::filesystem::path& file, const std::string& slug,
                     std::int64_t total);

} // namespace load
