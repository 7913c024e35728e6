#pragma once

#include "kernel/files/files.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Files that come in pieces (tus 1.0: creation, offset, pieces), so that a cut costs one piece.
namespace files
{

using UploadId = base::Id<struct UploadTag>;

inline constexpr std::int64_t piece_bytes_max = 4 * 1024 * 1024;
inline constexpr std::int64_t upload_bytes_max = 50'000'000;
/// Of one member at a time: what the longest form takes, and more.
inline constexpr std::size_t uploads_max = 40;

struct Upload {
    UploadId id;
    tenancy::MembershipId uploader_id;
    std::string name; ///< as sent
    std::int64_t bytes = 0;
    std::int64_t received = 0;
    base::Instant started_at;
};
BOOST_DESCRIBE_STRUCT(Upload, (), (id, uploader_id, name, bytes, received, started_at))

/// Announces a file. The member's uploads older than a day go first. Throws base::Refusal
/// « files.refusal.size », « files.refusal.uploads ».
Upload start_upload(tenancy::Context& context, const std::string& name, std::int64_t bytes);
/// A file that came whole, with a form that is shown again: a copy, finished at once. Refuses as
/// `start_upload`.
UploadId add_whole_upload(tenancy::Context& context, const std::string& name,
                          const std::filesystem::path& content, std::int64_t bytes);
/// Of the actor; throws base::NotFound for another's.
Upload upload_of(const tenancy::Context& context, UploadId id);
/// Adds a piece that begins at `offset`; returns how much is there. Throws base::Refusal
/// « files.refusal.offset » (409) when that is not where the file stops, « files.refusal.size »
/// beyond what was announced.
std::int64_t add_piece(tenancy::Context& context, UploadId id, std::int64_t offset,
                       std::string_view piece);
/// Cancelled by its sender.
void abandon_upload(tenancy::Context& context, UploadId id);

/// The finished ones of those the actor names in a form, with where their bytes are.
struct Finished {
    Upload upload;
    std::filesystem::path content;
};
std::vector<Finished> finished_uploads(const tenancy::Context& context,
                                       const std::vector<std::string_view>& ids);
/// In the transaction that attaches it; the bytes go after the commit.
void forget_upload(tenancy::WorkspaceTransaction& tx, UploadId id);

} // namespace files
