#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

namespace http
{

/// An open file, closed with its owner.
class FileDescriptor
{
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : number_{number} {}
    ~FileDescriptor() { close(); }
    FileDescriptor(FileDescriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept
    {
        if (this != &other) {
            close();
            number_ = std::exchange(other.number_, -1);
        }
        return *this;
    }

    /// Not open when the file cannot be read.
    static FileDescriptor open_to_read(const std::filesystem::path& path);

    bool is_open() const { return number_ >= 0; }
    /// Throws std::system_error (disk full).
    void write_all(std::string_view bytes) const;
    /// 0 at the end and for an error.
    std::size_t read_at(std::uint64_t offset, std::span<char> into) const;
    void close();

  private:
    int number_ = -1;
};

} // namespace http
