#pragma once

#include "kernel/secrets/key.hpp"

#include <filesystem>

namespace secrets
{

/// The key of the installation, held by no backup. An absent file is made with a new random key,
/// mode 0400, its folder 0700 when that is absent too. Throws std::runtime_error with a French
/// sentence for a file that group or others may read, that is not 32 bytes, or that cannot be read.
Key read_or_create_key(const std::filesystem::path& file);

/// The key of an existing file, with the same refusals; absent is refused too.
Key read_key(const std::filesystem::path& file);

} // namespace secrets
