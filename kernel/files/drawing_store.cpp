#include "kernel/files/drawing_store.hpp"

#include "kernel/db/lots.hpp"

namespace files
{
namespace
{

constexpr int drawings_max = 500; // of an object, as its files

constexpr db::Query find_drawing{"files.drawing", R"sql(
    SELECT file_id, shapes, version, drawn_by, drawn_at
      FROM files_drawing
     WHERE workspace_id = :workspace AND file_id = :file
)sql"};

constexpr db::Query list_of_several{"files.drawings_of_owners", R"sql(
    SELECT d.file_id, d.shapes, d.version, d.drawn_by, d.drawn_at
      FROM files_file f
      JOIN files_drawing d ON d.workspace_id = f.workspace_id AND d.file_id = f.id
     WHERE f.workspace_id = :workspace AND f.owner_kind = :kind
       AND f.owner_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                          :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                          :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                          :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                          :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     -- sorts: the drawings of one page
     ORDER BY d.file_id
     LIMIT :limit
)sql"};

constexpr db::Query add_first{"files.draw_first", R"sql(
    INSERT INTO files_drawing (workspace_id, file_id, shapes, version, drawn_by, drawn_at)
    VALUES (:workspace, :file, :shapes, :version, :by, :at)
    ON CONFLICT (workspace_id, file_id) DO NOTHING
)sql"};

constexpr db::Query replace_one{"files.draw_over", R"sql(
    UPDATE files_drawing
       SET shapes = :shapes, version = :version, drawn_by = :by, drawn_at = :at
     WHERE workspace_id = :workspace AND file_id = :file AND version = :version - 1
)sql"};

} // namespace

std::optional<StoredDrawing> DrawingStore::find(FileId photo)
{
    return tx_.find<StoredDrawing>(find_drawing, {{"file", photo}});
}

std::vector<StoredDrawing> DrawingStore::of_owners(std::string_view kind,
                                                   const std::vector<std::int64_t>& ids)
{
    std::vector<StoredDrawing> found;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max) {
        auto binds = db::lot_binds(ids, first);
        binds.emplace_back("kind", kind);
        binds.emplace_back("limit", drawings_max * static_cast<int>(db::lot_max));
        for (auto& drawing : tx_.rows<StoredDrawing>(list_of_several, binds))
            found.push_back(std::move(drawing));
    }
    return found;
}

bool DrawingStore::save(const StoredDrawing& drawing)
{
    const auto& query = drawing.version == 1 ? add_first : replace_one;
    return tx_.execute(query, {{"file", drawing.file_id},
                               {"shapes", drawing.shapes},
                               {"version", drawing.version},
                               {"by", drawing.drawn_by},
                               {"at", drawing.drawn_at}}) == 1;
}

} // namespace files
