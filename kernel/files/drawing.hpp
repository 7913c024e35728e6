#pragma once

#include "kernel/base/drawing.hpp"
#include "kernel/files/files.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What the team draws over a photo, kept beside it: the photo's own bytes never change.
namespace files
{

inline constexpr std::size_t shapes_max = 40;             ///< of a photo
inline constexpr std::size_t shape_points_max = 500;      ///< of a line drawn by hand
inline constexpr std::size_t shape_words_max = 120;       ///< code points
inline constexpr std::size_t drawing_length_max = 90'000; ///< characters of its JSON

/// [{"kind": "arrow", "points": [[0.1, 0.2], [0.5, 0.5]]}, {"kind": "words", "points": [[0, 1]],
/// "words": "2 cm"}], points rounded to 0.0001. Refuses "files.refusal.drawing" for anything else,
/// "files.refusal.shapes", "files.refusal.points", "files.refusal.words" beyond the limits.
base::Drawing drawing_of_json(std::string_view json);
std::string to_json(const base::Drawing& drawing);

/// The drawing of a photo as it is now; version 0: nobody drew yet. What is stored and cannot be
/// read is no shape, and a line of the log.
struct PhotoDrawing {
    base::Drawing shapes;
    std::int64_t version = 0;
    tenancy::MembershipId drawn_by;
    base::Instant drawn_at;
};
PhotoDrawing drawing_of(tenancy::WorkspaceTransaction& tx, FileId photo);
/// Those of the photos of several objects, fifty objects a statement; photos without one are
/// absent.
std::map<FileId, base::Drawing> drawings_of_each(tenancy::WorkspaceTransaction& tx,
                                                 std::string_view owner_kind,
                                                 const std::vector<std::int64_t>& owners);

/// What was drawn has changed: published with it.
struct PhotoDrawn {
    FileId file;
    std::string owner_kind;
    std::int64_t owner_id = 0;
};

/// Replaces what version `seen` showed. Refuses "files.refusal.drawn_meanwhile" (409) when somebody
/// else saved since, "files.refusal.too_long" beyond `drawing_length_max`. The caller has asked
/// `drawable_photo`.
void draw_on(tenancy::WorkspaceTransaction& tx, const File& photo, const base::Drawing& drawing,
             std::int64_t seen);

/// Lets the actor draw on a photo of one kind of owner that he may read, or throws base::Forbidden
/// or base::Refusal. Once at start, by the owning module; again replaces (tests).
void let_draw_with(std::string_view owner_kind, Guardian guardian);
/// Throws as both guardians of its owner do, and base::NotFound for what is no photo, is not ready,
/// is asked for by a client, or belongs to a kind of owner whose photos nobody draws on.
File drawable_photo(tenancy::WorkspaceTransaction& tx, FileId id);

} // namespace files
