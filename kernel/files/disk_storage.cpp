#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/storage.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace files
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t chance_bytes = 8;

void sync(const fs::path& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) throw std::system_error{errno, std::generic_category(), "open to sync"};
    const int result = ::fsync(file);
    const int error = errno;
    ::close(file);
    if (result != 0) throw std::system_error{error, std::generic_category(), "sync"};
}

/// Each folder made is named durably in the one above it.
void make_folders(const fs::path& folder)
{
    if (fs::exists(folder)) return;
    make_folders(folder.parent_path());
    std::error_code taken_meanwhile;
    fs::create_directory(folder, taken_meanwhile);
    fs::permissions(folder, fs::perms::owner_all);
    sync(folder.parent_path(), O_RDONLY | O_DIRECTORY);
}

class DiskStorage final : public Storage
{
  public:
    explicit DiskStorage(fs::path folder) : folder_(std::move(folder)) {}

    void put(const Blob& blob, const fs::path& source) override
    {
        const auto target = folder_ / blob.path();
        if (fs::exists(target)) return;
        make_folders(target.parent_path());
        auto part = target;
        part += "." + base::hex(base::random_bytes(chance_bytes)) + ".part";
        try {
            fs::copy_file(source, part);
            fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write);
            sync(part, O_RDONLY);
            fs::rename(part, target);
        } catch (...) {
            std::error_code ignored;
            fs::remove(part, ignored);
            throw;
        }
        sync(target.parent_path(), O_RDONLY | O_DIRECTORY);
    }

    LocalCopy fetch(const Blob& blob) override
    {
        const auto path = folder_ / blob.path();
        if (!fs::exists(path)) throw base::NotFound{};
        return std::make_shared<const fs::path>(path);
    }

    http::Response answer(const Blob& blob, std::uint64_t size, const Headers& headers) override
    {
        http::Response response;
        response.file = http::FileBody{.path = folder_ / blob.path(), .size = size};
        response.etag = blob.sha256;
        response.headers.set("Content-Type", headers.type);
        response.headers.set("Content-Disposition", headers.disposition);
        return response;
    }

    void remove(const Blob& blob) override { fs::remove(folder_ / blob.path()); }

    void remove_all(tenancy::WorkspaceId workspace) override
    {
        fs::remove_all(folder_ / ("w" + workspace.text()));
    }

  private:
    fs::path folder_;
};

} // namespace

std::string Blob::path() const
{
    return "w" + workspace.text() + "/" + sha256.substr(0, 2) + "/" + sha256;
}

std::unique_ptr<Storage> disk_storage(std::filesystem::path folder)
{
    std::filesystem::create_directories(folder);
    return std::make_unique<DiskStorage>(std::move(folder));
}

} // namespace files
