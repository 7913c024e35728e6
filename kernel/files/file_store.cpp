#include "kernel/files/file_store.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/db/lots.hpp"
#include "kernel/events/events.hpp"

namespace files
{
namespace
{

constexpr db::Table<File> file_table{"files_file"};
constexpr db::Table<StoredVariant> variant_table{"files_variant"};
constexpr int files_max = 500;

constexpr db::Query find_file{"files.find", R"sql(
    SELECT id, owner_kind, owner_id, part_id, name, type, kind, bytes, sha256, state, refusal,
           refused_value, caption, alternative, width, height, duration_ms, uploaded_by, uploaded_at
      FROM files_file
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_files{"files.of_owner", R"sql(
    SELECT id, owner_kind, owner_id, part_id, name, type, kind, bytes, sha256, state, refusal,
           refused_value, caption, alternative, width, height, duration_ms, uploaded_by, uploaded_at
      FROM files_file
     WHERE workspace_id = :workspace AND owner_kind = :kind AND owner_id = :owner
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query list_of_several{"files.of_owners", R"sql(
    SELECT id, owner_kind, owner_id, part_id, name, type, kind, bytes, sha256, state, refusal,
           refused_value, caption, alternative, width, height, duration_ms, uploaded_by, uploaded_at
      FROM files_file
     WHERE workspace_id = :workspace AND owner_kind = :kind
       AND owner_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                        :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                        :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                        :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                        :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     -- sorts: the files of one page, at most files_max an object
     ORDER BY owner_id, id
     LIMIT :limit
)sql"};

constexpr db::Query describe_one{"files.describe", R"sql(
    UPDATE files_file SET caption = :caption, alternative = :alternative
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query give_to_another{"files.hand_over", R"sql(
    UPDATE files_file SET owner_kind = :to_kind, owner_id = :to_id, part_id = :to_part
     WHERE workspace_id = :workspace AND owner_kind = :kind AND owner_id = :owner
       AND part_id = :part
)sql"};

constexpr db::Query judge_one{"files.judge", R"sql(
    UPDATE files_file
       SET state = :state, refusal = :refusal, refused_value = :refused_value, width = :width,
           height = :height, duration_ms = :duration_ms
     WHERE workspace_id = :workspace AND id = :id AND state = 'waiting'
)sql"};

constexpr db::Query bytes_of_copies{"files.bytes_of_copies", R"sql(
    SELECT coalesce(sum(bytes), 0) FROM files_variant
     WHERE workspace_id = :workspace AND file_id = :id
)sql"};

constexpr db::Query delete_copies{"files.delete_copies", R"sql(
    DELETE FROM files_variant WHERE workspace_id = :workspace AND file_id = :id
)sql"};

constexpr db::Query delete_drawing{"files.delete_drawing", R"sql(
    DELETE FROM files_drawing WHERE workspace_id = :workspace AND file_id = :id
)sql"};

constexpr db::Query delete_file{"files.delete", R"sql(
    DELETE FROM files_file WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_variant{"files.variant", R"sql(
    SELECT file_id, variant, sha256, bytes, width, height
      FROM files_variant
     WHERE workspace_id = :workspace AND file_id = :file AND variant = :variant
)sql"};

constexpr db::Query named_between{"files.named", R"sql(
    SELECT sha256 FROM files_file
     WHERE workspace_id = :workspace AND sha256 >= :first AND sha256 <= :last
       AND state <> 'refused'
     UNION
    SELECT sha256 FROM files_variant
     WHERE workspace_id = :workspace AND sha256 >= :first AND sha256 <= :last
)sql"};

constexpr db::Query read_usage{"files.usage", R"sql(
    SELECT used_bytes, quota_bytes, image_bytes_max
      FROM files_usage WHERE workspace_id = :workspace
)sql"};

constexpr db::Query add_used{"files.take_room", R"sql(
    INSERT INTO files_usage (workspace_id, used_bytes, quota_bytes, image_bytes_max)
    VALUES (:workspace, :bytes, :quota_bytes, :image_bytes_max)
    ON CONFLICT (workspace_id) DO UPDATE SET used_bytes = files_usage.used_bytes + excluded.used_bytes
)sql"};

constexpr db::Query write_limits{"files.save_limits", R"sql(
    INSERT INTO files_usage (workspace_id, used_bytes, quota_bytes, image_bytes_max)
    VALUES (:workspace, 0, :quota_bytes, :image_bytes_max)
    ON CONFLICT (workspace_id) DO UPDATE
       SET quota_bytes = excluded.quota_bytes, image_bytes_max = excluded.image_bytes_max
)sql"};

/// Edges only, so that it is told once.
void tell_crossing(tenancy::WorkspaceTransaction& tx, const Usage& now, std::int64_t added)
{
    auto before = now;
    before.used_bytes -= added;
    for (const int percent : {almost_full_percent, nearly_full_percent})
        if (percent_of(before) < percent && percent_of(now) >= percent) {
            events::publish(tx, RoomCrossed{.percent = percent, .usage = now});
            return;
        }
}

} // namespace

void FileStore::insert(const File& file)
{
    tx_.insert(file_table, file);
}

std::optional<File> FileStore::find(FileId id)
{
    return tx_.find<File>(find_file, {{"id", id}});
}

std::vector<File> FileStore::of_owner(std::string_view kind, std::int64_t id)
{
    return tx_.rows<File>(list_files, {{"kind", kind}, {"owner", id}, {"limit", files_max}});
}

std::vector<File> FileStore::of_owners(std::string_view kind, const std::vector<std::int64_t>& ids)
{
    std::vector<File> found;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max) {
        auto binds = db::lot_binds(ids, first);
        binds.emplace_back("kind", kind);
        binds.emplace_back("limit", files_max * static_cast<int>(db::lot_max));
        for (auto& file : tx_.rows<File>(list_of_several, binds))
            found.push_back(std::move(file));
    }
    return found;
}

void FileStore::describe(FileId id, const std::string& caption, const std::string& alternative)
{
    tx_.execute(describe_one, {{"id", id}, {"caption", caption}, {"alternative", alternative}});
}

bool FileStore::judge(const File& judged)
{
    return tx_.execute(judge_one, {{"id", judged.id},
                                   {"state", judged.state},
                                   {"refusal", judged.refusal},
                                   {"refused_value", judged.refused_value},
                                   {"width", judged.width},
                                   {"height", judged.height},
                                   {"duration_ms", judged.duration_ms}}) == 1;
}

void FileStore::hand_over(const Owner& from, const Owner& to)
{
    tx_.execute(give_to_another, {{"kind", from.kind},
                                  {"owner", from.id},
                                  {"part", from.part},
                                  {"to_kind", to.kind},
                                  {"to_id", to.id},
                                  {"to_part", to.part}});
}

std::int64_t FileStore::remove(FileId id)
{
    const auto copies = tx_.value<std::int64_t>(bytes_of_copies, {{"id", id}}).value_or(0);
    tx_.execute(delete_copies, {{"id", id}});
    tx_.execute(delete_drawing, {{"id", id}});
    tx_.execute(delete_file, {{"id", id}});
    return copies;
}

void FileStore::insert(const StoredVariant& variant)
{
    tx_.insert(variant_table, variant);
}

std::optional<StoredVariant> FileStore::find(FileId id, Variant variant)
{
    return tx_.find<StoredVariant>(find_variant, {{"file", id}, {"variant", variant}});
}

std::set<std::string> FileStore::named(const std::string& first, const std::string& last)
{
    const auto found = tx_.values<std::string>(named_between, {{"first", first}, {"last", last}});
    return {found.begin(), found.end()};
}

Usage FileStore::usage()
{
    return tx_.find<Usage>(read_usage).value_or(Usage{});
}

void FileStore::note_room(std::int64_t bytes)
{
    const Usage initial;
    tx_.execute(add_used, {{"bytes", bytes},
                           {"quota_bytes", initial.quota_bytes},
                           {"image_bytes_max", initial.image_bytes_max}});
    tell_crossing(tx_, usage(), bytes);
}

void FileStore::take_room(std::int64_t bytes)
{
    note_room(bytes);
    const auto now = usage();
    base::refuse_unless(now.used_bytes <= now.quota_bytes, "files.refusal.quota", {{"value", ""}});
}

void FileStore::save_limits(const Usage& limits)
{
    tx_.execute(write_limits,
                {{"quota_bytes", limits.quota_bytes}, {"image_bytes_max", limits.image_bytes_max}});
}

} // namespace files
