#pragma once

#include <filesystem>
#include <string>

namespace files
{

/// Bytes of ours written where files come in, as intake.hpp reads them; gone with this object.
class WrittenFile
{
  public:
    /// Throws std::runtime_error when they cannot be written.
    explicit WrittenFile(const std::string& bytes);
    ~WrittenFile();
    WrittenFile(const WrittenFile&) = delete;
    WrittenFile& operator=(const WrittenFile&) = delete;
    WrittenFile(WrittenFile&& other) noexcept;
    WrittenFile& operator=(WrittenFile&&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace files
