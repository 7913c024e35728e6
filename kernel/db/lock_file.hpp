#pragma once

#include <filesystem>

namespace db
{

/// Held while the process lives, given up by the kernel at its death. Throws Unavailable when
/// another process holds it.
class LockFile
{
  public:
    explicit LockFile(const std::filesystem::path& path);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

  private:
    int descriptor_ = -1;
};

} // namespace db
