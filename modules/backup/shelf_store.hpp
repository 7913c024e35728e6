#pragma once

#include "kernel/secrets/sealed_file.hpp"
#include "modules/backup/backup.hpp"
#include "modules/backup/manifest_store.hpp"
#include "modules/backup/retention.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace backup
{

/// The folder of the backups:
///
///     20261121T060102345Z-scheduled/   one backup: manifest.sealed, its parts, summary.json
///     objects/ab/ab12….sealed          files, shared by the backups that hold them
///     .partial-…                       one being made, or left by a process that died
///
/// What has its final name is whole: it was made elsewhere, made durable, then renamed.
class Shelf
{
  public:
    /// The folder is made, for its owner only.
    explicit Shelf(std::filesystem::path folder);

    /// Whole backups, newest first.
    std::vector<Dated> backups() const;
    std::filesystem::path folder_of(const std::string& name) const { return folder_ / name; }
    std::filesystem::path object(const std::string& name) const;

    /// Held by the one process that makes a backup here. Refusal « backup.refusal.busy ».
    class Lock
    {
      public:
        explicit Lock(const std::filesystem::path& folder);
        ~Lock();
        Lock(const Lock&) = delete;
        Lock& operator=(const Lock&) = delete;

      private:
        int descriptor_ = -1;
    };
    Lock lock() const { return Lock{folder_}; }

    /// An empty folder, removed with the draft unless it was kept. What dead processes left is
    /// removed first: under the lock.
    class Draft
    {
      public:
        explicit Draft(std::filesystem::path folder);
        ~Draft();
        Draft(const Draft&) = delete;
        Draft& operator=(const Draft&) = delete;
        const std::filesystem::path& path() const { return path_; }
        /// Durable under its final name when it returns.
        void keep_as(const std::filesystem::path& final_name);

      private:
        std::filesystem::path path_;
    };
    std::unique_ptr<Draft> draft() const;

    /// Removes the backups of those names, then the objects that no backup left needs.
    void forget(const std::vector<std::string>& names, const secrets::Key& key) const;

  private:
    std::filesystem::path folder_;
};

/// "20261121T060102345Z-scheduled"
std::string backup_name(base::Instant taken_at, Reason reason);
std::string_view word_of(Reason reason);
/// The word at the end of a backup's name; « scheduled » for one that nobody knows.
std::string_view reason_in(const std::string& name);

/// What seals backups, from the key of the installation.
secrets::Key sealing_key(const secrets::Vault& vault);
secrets::SealedFile part_of(const std::filesystem::path& folder, const std::string& backup,
                            const std::string& part);
/// Throws SealBroken, or std::runtime_error for a format this program does not know.
Manifest read_manifest(const Shelf& shelf, const std::string& name, const secrets::Key& key);

} // namespace backup
