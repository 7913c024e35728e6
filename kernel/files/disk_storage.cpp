#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/storage.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
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

/// Holds a folder against the sweep: of several processes too.
class FolderLock
{
  public:
    FolderLock(const fs::path& folder, int how)
        : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (folder_ < 0) throw std::system_error{errno, std::generic_category(), "open folder"};
        while (::flock(folder_, how) != 0) {
            if (errno == EINTR) continue;
            const int error = errno;
            ::close(folder_);
            throw std::system_error{error, std::generic_category(), "lock folder"};
        }
    }
    ~FolderLock() { ::close(folder_); }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    int folder_ = -1;
};

bool make_new(const fs::path& path)
{
    std::error_code absent;
    fs::last_write_time(path, fs::file_time_type::clock::now(), absent);
    return !absent;
}

/// Nothing when it went meanwhile.
std::optional<KeptBlob> kept_at(const fs::path& path)
{
    struct stat status {
    };
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
    constexpr std::int64_t micros = 1'000'000;
    constexpr std::int64_t nanos_per_micro = 1'000;
    return KeptBlob{
        .sha256 = path.filename().string(),
        .bytes = status.st_size,
        .since = {status.st_mtim.tv_sec * micros + status.st_mtim.tv_nsec / nanos_per_micro}};
}

std::vector<fs::path> sorted(const fs::path& folder)
{
    std::vector<fs::path> paths;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{folder, absent})
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

class DiskStorage final : public Storage
{
  public:
    explicit DiskStorage(fs::path folder) : folder_(std::move(folder)) {}

    void put(const Blob& blob, const fs::path& source) override
    {
        const auto target = folder_ / blob.path();
        make_folders(target.parent_path());
        const FolderLock lock{target.parent_path(), LOCK_SH};
        if (make_new(target)) return;
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

    std::vector<KeptBlob> list(tenancy::WorkspaceId workspace, const std::string& after) override
    {
        std::vector<KeptBlob> found;
        for (const auto& shelf : sorted(folder_ / ("w" + workspace.text()))) {
            if (shelf.filename() < after.substr(0, 2)) continue;
            for (const auto& path : sorted(shelf)) {
                const auto kept = kept_at(path);
                if (kept && kept->sha256 > after) found.push_back(*kept);
            }
            if (found.size() >= listed_blobs_max) return found;
        }
        return found;
    }

    bool remove_older(const Blob& blob, base::Instant than) override
    {
        const auto path = folder_ / blob.path();
        const FolderLock lock{path.parent_path(), LOCK_EX};
        const auto kept = kept_at(path);
        return kept && kept->since < than && fs::remove(path);
    }

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
