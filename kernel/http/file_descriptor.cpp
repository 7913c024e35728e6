#include "kernel/http/file_descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace http
{

FileDescriptor FileDescriptor::open_to_read(const std::filesystem::path& path)
{
    return FileDescriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
}

void FileDescriptor::write_all(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const auto written = ::write(number_, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            throw std::system_error{errno, std::generic_category(), "temporary file"};
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t FileDescriptor::read_at(std::uint64_t offset, std::span<char> into) const
{
    const auto read = ::pread(number_, into.data(), into.size(), static_cast<off_t>(offset));
    return read > 0 ? static_cast<std::size_t>(read) : 0;
}

void FileDescriptor::close()
{
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

} // namespace http
