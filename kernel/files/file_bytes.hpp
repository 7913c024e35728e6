#pragma once

#include "kernel/http/file_descriptor.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace files
{

/// A file read piece by piece. Throws std::system_error when it cannot be opened or read.
class FileBytes
{
  public:
    explicit FileBytes(const std::filesystem::path& path);

    std::uint64_t size() const { return size_; }
    /// At most `count` bytes from `offset`; fewer at the end.
    std::string read(std::uint64_t offset, std::size_t count) const;

  private:
    http::FileDescriptor file_;
    std::uint64_t size_ = 0;
};

/// SHA-256 of a file's bytes, in hex.
std::string sha256_of(const std::filesystem::path& file);

} // namespace files
