#include "kernel/files/drawing.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/files/drawing_store.hpp"
#include "kernel/log/log.hpp"

#include <algorithm>

namespace files
{
namespace
{

using tenancy::WorkspaceTransaction;

std::map<std::string, Guardian, std::less<>>& guardians()
{
    static std::map<std::string, Guardian, std::less<>> all;
    return all;
}

/// The rules of what is drawn may have changed since: the page of the photo is shown all the same.
base::Drawing shapes_of(const StoredDrawing& stored)
{
    try {
        return drawing_of_json(stored.shapes);
    } catch (const base::Refusal& refusal) {
        logs::error("files.drawing_not_read",
                    {{"file", stored.file_id.text()}, {"cause", refusal.code}});
        return {};
    }
}

PhotoDrawing read(const StoredDrawing& stored)
{
    return {.shapes = shapes_of(stored),
            .version = stored.version,
            .drawn_by = stored.drawn_by,
            .drawn_at = stored.drawn_at};
}

std::string words_of(const base::Drawing& drawing)
{
    std::vector<std::string> said;
    for (const auto& shape : drawing)
        if (!shape.words.empty()) said.push_back(shape.words);
    return base::join(said, " · ");
}

void record(WorkspaceTransaction& tx, const File& photo, const base::Drawing& before,
            const base::Drawing& after)
{
    std::vector<audit::Change> changes{
        {"shapes", std::to_string(before.size()), std::to_string(after.size())}};
    const auto said = words_of(before);
    const auto says = words_of(after);
    if (said != says) changes.push_back({"words", said, says});
    audit::append(tx, {.action = "files.drawn",
                       .subject_kind = "file",
                       .subject = photo.id.value,
                       .changes = std::move(changes)});
}

} // namespace

PhotoDrawing drawing_of(WorkspaceTransaction& tx, FileId photo)
{
    const auto stored = DrawingStore{tx}.find(photo);
    return stored ? read(*stored) : PhotoDrawing{};
}

std::map<FileId, base::Drawing> drawings_of_each(WorkspaceTransaction& tx,
                                                 std::string_view owner_kind,
                                                 const std::vector<std::int64_t>& owners)
{
    std::map<FileId, base::Drawing> by_photo;
    for (const auto& stored : DrawingStore{tx}.of_owners(owner_kind, owners))
        by_photo.emplace(stored.file_id, read(stored).shapes);
    return by_photo;
}

void draw_on(WorkspaceTransaction& tx, const File& photo, const base::Drawing& drawing,
             std::int64_t seen)
{
    const auto before = drawing_of(tx, photo.id);
    const auto shapes = to_json(drawing);
    base::refuse_unless(shapes.size() <= drawing_length_max, "files.refusal.too_long");
    const bool is_saved =
        before.version == seen && DrawingStore{tx}.save({.file_id = photo.id,
                                                         .shapes = shapes,
                                                         .version = seen + 1,
                                                         .drawn_by = tx.actor().membership,
                                                         .drawn_at = base::now()});
    if (!is_saved)
        throw base::Refusal{"files.refusal.drawn_meanwhile", {}, base::Refusal::Kind::Conflict};

    record(tx, photo, before.shapes, drawing);
    events::publish(tx, PhotoDrawn{photo.id, photo.owner_kind, photo.owner_id});
}

void let_draw_with(std::string_view owner_kind, Guardian guardian)
{
    guardians()[std::string{owner_kind}] = guardian;
}

File drawable_photo(WorkspaceTransaction& tx, FileId id)
{
    auto file = readable_file(tx, id);
    const auto guardian = guardians().find(file.owner_kind);
    const bool is_photo = file.kind == Kind::image && file.state == State::ready && file.width > 0;
    const bool is_team = tx.actor().side == tenancy::Side::staff;
    if (guardian == guardians().end() || !is_photo || !is_team) throw base::NotFound{};
    guardian->second(tx, file);
    return file;
}

} // namespace files
