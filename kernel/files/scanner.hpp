#pragma once

#include <filesystem>
#include <string>

namespace files
{

enum class Finding { clean, infected };

/// Asks the configured program about one file, on its standard input: it ends with 0 when the file
/// is clean and 1 when it is not, as clamdscan does. Throws std::runtime_error for any other end,
/// or when it takes more than a minute: the file waits, and the job is tried again.
Finding scan(const std::string& command, const std::filesystem::path& file);

} // namespace files
