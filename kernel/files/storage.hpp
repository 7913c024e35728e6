#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/http/message.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace files
{

/// Where bytes are: under their own hash, inside their workspace. Two workspaces never share.
struct Blob {
    tenancy::WorkspaceId workspace;
    std::string sha256; ///< hex
    /// "w7/ab/abcd…": path on disk and key of an object.
    std::string path() const;
};

/// How a blob goes to a browser.
struct Headers {
    std::string type;
    std::string disposition; ///< Content-Disposition
};

/// A copy on this machine, removed with its last holder when it was made for it.
using LocalCopy = std::shared_ptr<const std::filesystem::path>;

/// A blob as it lies there.
struct KeptBlob {
    std::string sha256; ///< or the name of a file that a process died writing
    std::int64_t bytes = 0;
    base::Instant since; ///< put, or put again
};
inline constexpr std::size_t listed_blobs_max = 1'000;

/// Keeps bytes, on disk or in S3-compatible storage, with the same behaviour. Any thread. Throws
/// std::system_error when the disk is full or fails, std::runtime_error when a service does.
class Storage
{
  public:
    virtual ~Storage() = default;

    /// Durable when it returns. Again makes it new, and nothing more.
    virtual void put(const Blob& blob, const std::filesystem::path& source) = 0;
    /// Throws base::NotFound when it is not there.
    virtual LocalCopy fetch(const Blob& blob) = 0;
    /// The bytes, or a redirect to a link signed for 10 minutes.
    virtual http::Response answer(const Blob& blob, std::uint64_t size, const Headers& headers) = 0;
    virtual void remove(const Blob& blob) = 0;
    /// The next ones of a workspace after that name, in order, about listed_blobs_max; empty = the
    /// end.
    virtual std::vector<KeptBlob> list(tenancy::WorkspaceId workspace,
                                       const std::string& after) = 0;
    /// Unless it was put again since; whether it is gone.
    virtual bool remove_older(const Blob& blob, base::Instant than) = 0;
    /// Everything of a workspace that is thrown away.
    virtual void remove_all(tenancy::WorkspaceId workspace) = 0;
};

/// On disk, below `folder`: written beside, synced, then renamed, so that a name never holds half a
/// file.
std::unique_ptr<Storage> disk_storage(std::filesystem::path folder);

} // namespace files
