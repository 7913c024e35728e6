#pragma once

#include "kernel/files/uploads.hpp"

namespace files
{

/// Every statement on files on their way.
class UploadStore
{
  public:
    explicit UploadStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Upload& upload);
    std::optional<Upload> find(UploadId id);
    std::vector<Upload> of_member(tenancy::MembershipId member);
    /// At most 100.
    std::vector<Upload> begun_before(base::Instant at);
    /// False when it did not stop at `offset` any more.
    bool advance(UploadId id, std::int64_t offset, std::int64_t received);
    void remove(UploadId id);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace files
