#pragma once

#include "kernel/files/files.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace files
{

/// A copy as it is kept.
struct StoredVariant {
    FileId file_id;
    Variant variant = Variant::thumbnail;
    std::string sha256;
    std::int64_t bytes = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
};
BOOST_DESCRIBE_STRUCT(StoredVariant, (), (file_id, variant, sha256, bytes, width, height))

/// Every statement on files and their copies.
class FileStore
{
  public:
    explicit FileStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const File& file);
    std::optional<File> find(FileId id);
    std::vector<File> of_owner(std::string_view kind, std::int64_t id);
    std::vector<File> of_owners(std::string_view kind, const std::vector<std::int64_t>& ids);
    void describe(FileId id, const std::string& caption, const std::string& alternative);
    /// What the media worker found: state, reason, measures. Nothing when it was judged already.
    bool judge(const File& judged);

    void hand_over(const Owner& from, const Owner& to);
    /// With its copies and what was drawn on it; returns the bytes of the copies.
    std::int64_t remove(FileId id);

    void insert(const StoredVariant& variant);
    std::optional<StoredVariant> find(FileId id, Variant variant);

    /// The hashes of this range, ends included, whose bytes are needed.
    std::set<std::string> named(const std::string& first, const std::string& last);

    Usage usage();
    /// Adds to what is used; refuses « files.refusal.quota » beyond the quota.
    void take_room(std::int64_t bytes);
    /// The same for copies we make, or less for bytes that go: never refused.
    void note_room(std::int64_t bytes);
    void save_limits(const Usage& limits);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace files
