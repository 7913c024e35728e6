#include "modules/progress/sheet_store.hpp"

#include "kernel/base/text.hpp"

#include <limits>

namespace progress
{
namespace
{

constexpr db::Table<Sheet> sheet_table{"progress_sheet"};
constexpr int sheets_of_client_max = 200;

constexpr db::Query find_sheet{"progress.find_sheet", R"sql(
    SELECT id, client_id, project_id, identifier, identifier_key, starts_on, ends_on, created_by,
           created_at, version
      FROM progress_sheet
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_keyed{"progress.find_sheet_by_key", R"sql(
    SELECT id, client_id, project_id, identifier, identifier_key, starts_on, ends_on, created_by,
           created_at, version
      FROM progress_sheet
     WHERE workspace_id = :workspace AND identifier_key = :key
)sql"};

constexpr db::Query find_worksite{"progress.sheet_of_project", R"sql(
    SELECT id, client_id, project_id, identifier, identifier_key, starts_on, ends_on, created_by,
           created_at, version
      FROM progress_sheet
     WHERE workspace_id = :workspace AND project_id = :project
)sql"};

constexpr db::Query update_sheet{"progress.update_sheet", R"sql(
    UPDATE progress_sheet
       SET identifier = :identifier, identifier_key = :identifier_key, starts_on = :starts_on,
           ends_on = :ends_on, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen
)sql"};

constexpr db::Query list_sheets{"progress.list_sheets", R"sql(
    SELECT s.id, s.identifier, p.name AS title, c.name AS client_name,
           (SELECT max(w.published_at) FROM progress_post w
             WHERE w.workspace_id = :workspace AND w.sheet_id = s.id
               AND w.state IN ('published', 'cancelled')) AS last_published_at
      FROM progress_sheet s
      JOIN projects_published_project p ON p.workspace_id = s.workspace_id AND p.id = s.project_id
      JOIN crm_published_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
     WHERE s.workspace_id = :workspace AND s.id < :before
       AND (:key = '' OR (s.identifier_key >= :key AND s.identifier_key < :key_end)
            OR (p.search_key >= :words AND p.search_key < :words_end)
            OR (c.search_key >= :words AND c.search_key < :words_end))
     ORDER BY s.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query sheets_of_client{"progress.sheets_of_client", R"sql(
    SELECT s.id, s.identifier, p.name AS title, '' AS client_name,
           (SELECT max(w.published_at) FROM progress_post w
             WHERE w.workspace_id = :workspace AND w.sheet_id = s.id
               AND w.state IN ('published', 'cancelled')) AS last_published_at
      FROM progress_sheet s
      JOIN projects_published_project p
        ON p.workspace_id = s.workspace_id AND p.id = s.project_id AND p.archived_at IS NULL
      JOIN projects_published_assignment a
        ON a.workspace_id = s.workspace_id AND a.project_id = s.project_id
       AND a.client_id = s.client_id
     WHERE s.workspace_id = :workspace AND s.client_id = :client
       AND (NOT EXISTS (SELECT 1 FROM projects_published_limit l
                         WHERE l.workspace_id = s.workspace_id AND l.membership_id = :reader)
            OR EXISTS (SELECT 1 FROM projects_published_limit l
                        WHERE l.workspace_id = s.workspace_id AND l.membership_id = :reader
                          AND l.project_id = s.project_id))
     -- sorts: the sheets of one client
     ORDER BY p.search_key, s.id
     LIMIT :limit
)sql"};

constexpr db::Query last_opened{"progress.last_opened", R"sql(
    SELECT s.id, s.identifier, p.name AS title, c.name AS client_name,
           NULL AS last_published_at
      FROM progress_opening o
      JOIN progress_sheet s ON s.workspace_id = o.workspace_id AND s.id = o.sheet_id
      JOIN projects_published_project p ON p.workspace_id = s.workspace_id AND p.id = s.project_id
      JOIN crm_published_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
     WHERE o.workspace_id = :workspace AND o.membership_id = :member
     ORDER BY o.opened_at DESC
     LIMIT :limit
)sql"};

constexpr db::Query read_opening{"progress.opened_at", R"sql(
    SELECT opened_at FROM progress_opening
     WHERE workspace_id = :workspace AND membership_id = :member AND sheet_id = :sheet
)sql"};

constexpr db::Query write_opening{"progress.note_opening", R"sql(
    INSERT INTO progress_opening (workspace_id, membership_id, sheet_id, opened_at)
    VALUES (:workspace, :member, :sheet, :at)
    ON CONFLICT (workspace_id, membership_id, sheet_id) DO UPDATE SET opened_at = excluded.opened_at
)sql"};

constexpr db::Query read_order{"progress.reading_order", R"sql(
    SELECT reading_order FROM progress_reader
     WHERE workspace_id = :workspace AND membership_id = :member
)sql"};

constexpr db::Query write_order{"progress.set_reading_order", R"sql(
    INSERT INTO progress_reader (workspace_id, membership_id, reading_order)
    VALUES (:workspace, :member, :order)
    ON CONFLICT (workspace_id, membership_id)
    DO UPDATE SET reading_order = excluded.reading_order
)sql"};

constexpr db::Query read_choice{"progress.comments_on_cancelled", R"sql(
    SELECT comment_on_cancelled FROM progress_setting WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write_choice{"progress.set_comments_on_cancelled", R"sql(
    INSERT INTO progress_setting (workspace_id, comment_on_cancelled, changed_at)
    VALUES (:workspace, :choice, :at)
    ON CONFLICT (workspace_id)
    DO UPDATE SET comment_on_cancelled = excluded.comment_on_cancelled,
                  changed_at = excluded.changed_at
)sql"};

constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";

} // namespace

void SheetStore::insert(const Sheet& sheet)
{
    tx_.insert(sheet_table, sheet);
}

bool SheetStore::update(const Sheet& sheet, std::int64_t seen_version)
{
    return tx_.execute(update_sheet, {{"id", sheet.id},
                                      {"identifier", sheet.identifier},
                                      {"identifier_key", sheet.identifier_key},
                                      {"starts_on", sheet.starts_on},
                                      {"ends_on", sheet.ends_on},
                                      {"seen", seen_version}}) == 1;
}

std::optional<Sheet> SheetStore::find(SheetId id)
{
    return tx_.find<Sheet>(find_sheet, {{"id", id}});
}

std::optional<Sheet> SheetStore::find_by_key(std::string_view key)
{
    return tx_.find<Sheet>(find_keyed, {{"key", key}});
}

std::optional<Sheet> SheetStore::of_project(projects::ProjectId project)
{
    return tx_.find<Sheet>(find_worksite, {{"project", project}});
}

std::vector<SheetRow> SheetStore::list(const SheetSearch& search)
{
    const auto key = identifier_key_of(search.typed);
    const auto words = base::fold(search.typed);
    const auto before =
        search.before ? search.before.value : std::numeric_limits<std::int64_t>::max();
    return tx_.rows<SheetRow>(list_sheets, {{"before", before},
                                            {"key", key},
                                            {"key_end", key + after_every_text},
                                            {"words", words},
                                            {"words_end", words + after_every_text},
                                            {"limit", search.limit}});
}

std::vector<SheetRow> SheetStore::of_client(tenancy::ClientId client, tenancy::MembershipId reader)
{
    return tx_.rows<SheetRow>(
        sheets_of_client,
        {{"client", client}, {"reader", reader}, {"limit", sheets_of_client_max}});
}

std::vector<SheetRow> SheetStore::opened_by(tenancy::MembershipId member, int limit)
{
    return tx_.rows<SheetRow>(last_opened, {{"member", member}, {"limit", limit}});
}

std::optional<base::Instant> SheetStore::opened_at(SheetId sheet, tenancy::MembershipId member)
{
    return tx_.value<base::Instant>(read_opening, {{"member", member}, {"sheet", sheet}});
}

void SheetStore::note_opening(SheetId sheet, tenancy::MembershipId member, base::Instant at)
{
    tx_.execute(write_opening, {{"member", member}, {"sheet", sheet}, {"at", at}});
}

ReadingOrder SheetStore::reading_order(tenancy::MembershipId member)
{
    return tx_.value<ReadingOrder>(read_order, {{"member", member}})
        .value_or(ReadingOrder::oldest_first);
}

void SheetStore::set_reading_order(tenancy::MembershipId member, ReadingOrder order)
{
    tx_.execute(write_order, {{"member", member}, {"order", order}});
}

CommentsOnCancelled SheetStore::comments_on_cancelled()
{
    return tx_.value<CommentsOnCancelled>(read_choice).value_or(CommentsOnCancelled::open);
}

void SheetStore::set_comments_on_cancelled(CommentsOnCancelled choice, base::Instant at)
{
    tx_.execute(write_choice, {{"choice", choice}, {"at", at}});
}

} // namespace progress
