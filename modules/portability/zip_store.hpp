#pragma once

#include <cstdint>
#include <filesystem>

namespace portability
{

/// Every file below `folder` in one zip (deflate, names in UTF-8, larger than 4 GB too), in the
/// order of their names; there whole or not at all. Returns its bytes. Throws std::runtime_error.
std::int64_t pack(const std::filesystem::path& folder, const std::filesystem::path& zip);

} // namespace portability
