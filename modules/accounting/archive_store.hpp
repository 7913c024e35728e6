#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/archive.hpp"

#include <string_view>
#include <vector>

namespace accounting
{

/// Every statement on archives.
class ArchiveStore
{
  public:
    explicit ArchiveStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Archive& archive);
    bool has(std::string_view month);
    /// The last month first.
    std::vector<Archive> list();
    /// Months with entries, all of whose days are closed, that have no archive yet; the first
    /// first.
    std::vector<Period> missing();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

/// Guardian of archive_files: who reads the accounts.
void guard_archive(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace accounting
