#pragma once

#include <chrono>
#include <filesystem>

namespace db
{

/// Held while the process lives, given up by the kernel at its death. Throws Unavailable when
/// another process still holds it after `patience`.
class LockFile
{
  public:
    explicit LockFile(const std::filesystem::path& path, std::chrono::milliseconds patience = {});
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

  private:
    int descriptor_ = -1;
};

} // namespace db
