#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files of a workspace: received, judged by their content, kept under their own hash, and shown
/// only to who may see the object they belong to.
namespace files
{

using FileId = base::Id<struct FileTag>;

enum class Kind { image, video, document };
BOOST_DESCRIBE_ENUM(Kind, image, video, document)

/// `waiting` until the media worker has judged an image or a video, `refused` with the reason.
enum class State { waiting, ready, refused };
BOOST_DESCRIBE_ENUM(State, waiting, ready, refused)

/// Copies of an image, or of the first picture of a video: WebP, the medium one JPEG for papers;
/// upright, without metadata; longest sides 400, 1 200 and 2 560 px. Of a logo: squares on white,
/// PNG, of 180, 192, 512 and 512 px, the last with the margin that telephones cut.
enum class Variant { thumbnail, medium, large, touch_icon, icon, large_icon, full_icon };
BOOST_DESCRIBE_ENUM(Variant, thumbnail, medium, large, touch_icon, icon, large_icon, full_icon)

/// What a file belongs to: an object of a module and, inside it, a part (the message of a ticket).
struct Owner {
    std::string kind; ///< registered with `judge_with`: "ticket"
    std::int64_t id = 0;
    std::int64_t part = 0; ///< 0 = the object itself
};

struct File {
    FileId id;
    std::string owner_kind;
    std::int64_t owner_id = 0;
    std::int64_t part_id = 0;
    std::string name; ///< cleaned, with an extension of its type
    std::string type; ///< "image/jpeg", decided by content
    Kind kind = Kind::document;
    std::int64_t bytes = 0;
    std::string sha256; ///< hex; empty when refused: nothing is kept
    State state = State::ready;
    std::string refusal;       ///< translation key of the reason; empty unless refused
    std::string refused_value; ///< what was measured: « 12 s »
    std::string caption;
    std::string alternative; ///< text for who does not see the image; empty = made from the name
    std::int64_t width = 0;  ///< pixels of the upright image; 0 = not known
    std::int64_t height = 0;
    std::int64_t duration_ms = 0; ///< measured; videos
    tenancy::MembershipId uploaded_by;
    base::Instant uploaded_at;
};
BOOST_DESCRIBE_STRUCT(File, (),
                      (id, owner_kind, owner_id, part_id, name, type, kind, bytes, sha256, state,
                       refusal, refused_value, caption, alternative, width, height, duration_ms,
                       uploaded_by, uploaded_at))

/// The media worker has judged a file: published with its result.
struct FileJudged {
    FileId file;
    std::string owner_kind;
    State state = State::ready;
};

/// How much one upload may hold. Bytes.
struct Limits {
    std::int64_t image_bytes = 10'000'000; ///< overridden by the workspace's own setting
    std::int64_t document_bytes = 20'000'000;
    std::int64_t video_bytes = 50'000'000;
    std::size_t count = 10;
};

/// Of one workspace. Bytes count originals and copies.
struct Usage {
    std::int64_t used_bytes = 0;
    std::int64_t quota_bytes = 20'000'000'000;
    std::int64_t image_bytes_max = 10'000'000;
};
BOOST_DESCRIBE_STRUCT(Usage, (), (used_bytes, quota_bytes, image_bytes_max))
Usage usage(tenancy::WorkspaceTransaction& tx);

/// From here on an admin is warned, and warned again.
inline constexpr int nearly_full_percent = 80;
inline constexpr int almost_full_percent = 90;
/// 0 to 100; a quota of nothing is full.
int percent_of(const Usage& usage);
/// What such a share means for who depends on it: « bientôt plein », « plein ».
std::string room_sentence(int percent);
/// One of the two was not reached before, and is now.
struct RoomCrossed {
    int percent = 0;
    Usage usage;
};

/// By the operator.
void set_quota(tenancy::WorkspaceTransaction& tx, std::int64_t quota_bytes);
void set_image_limit(tenancy::WorkspaceTransaction& tx, std::int64_t image_bytes_max);

/// All files of an object, in the order they came, at most 500; refused ones too.
std::vector<File> files_of(tenancy::WorkspaceTransaction& tx, std::string_view owner_kind,
                           std::int64_t owner_id);
/// Those of several objects, by object, each list as `files_of` gives it.
std::map<std::int64_t, std::vector<File>> files_of_each(tenancy::WorkspaceTransaction& tx,
                                                        std::string_view owner_kind,
                                                        const std::vector<std::int64_t>& owners);
std::optional<File> find(tenancy::WorkspaceTransaction& tx, FileId id);
/// What its uploader says about it: at most 300 code points each.
void describe_file(tenancy::WorkspaceTransaction& tx, FileId id, const std::string& caption,
                   const std::string& alternative);

/// The files of one object become those of another, of the same workspace.
void hand_over(tenancy::WorkspaceTransaction& tx, const Owner& from, const Owner& to);

/// Its row and copies go, and their room is free; the bytes follow with a later sweep.
void remove(tenancy::WorkspaceTransaction& tx, const File& file);

/// Lets the actor of the transaction read a file of one kind of owner, or throws base::NotFound
/// (it does not exist for him) or base::Forbidden (he may know its name). Asked at each request.
using Guardian = void (*)(tenancy::WorkspaceTransaction& tx, const File& file);
/// Once at start, by the owning module; again replaces (tests).
void guard_with(std::string_view owner_kind, Guardian guardian);
/// The file, if the actor may read it. Throws as its guardian does, and base::NotFound for what is
/// not there, was refused, or belongs to a kind of owner nobody guards.
File readable_file(tenancy::WorkspaceTransaction& tx, FileId id);

} // namespace files
