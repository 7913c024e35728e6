#include "modules/backup/run_store.hpp"

namespace backup
{
namespace
{

constexpr db::PlatformTable<Run> runs{"backup_run"};

constexpr db::Query select_recent{"backup.recent_runs", R"sql(
    -- all workspaces: backups are of the whole installation
    SELECT id, kind, reason, name, is_success, cause, started_at, took_ms, row_count, file_count,
           byte_count, lost_s, back_ms
    FROM backup_run WHERE kind = :kind ORDER BY started_at DESC, id DESC LIMIT :limit
)sql"};

constexpr db::Query select_last_success{"backup.last_success", R"sql(
    -- all workspaces: backups are of the whole installation
    SELECT id, kind, reason, name, is_success, cause, started_at, took_ms, row_count, file_count,
           byte_count, lost_s, back_ms
    FROM backup_run WHERE kind = :kind AND is_success ORDER BY started_at DESC, id DESC LIMIT 1
)sql"};

constexpr db::Query delete_of_backup{"backup.forget_runs_of", R"sql(
    -- all workspaces: backups are of the whole installation
    DELETE FROM backup_run WHERE kind = 'backup' AND name = :name
)sql"};

constexpr db::Query delete_oldest{"backup.forget_oldest_runs", R"sql(
    -- all workspaces: backups are of the whole installation
    DELETE FROM backup_run WHERE id IN (
        SELECT id FROM backup_run ORDER BY started_at DESC, id DESC LIMIT 100 OFFSET :kept)
)sql"};

} // namespace

void insert_run(tenancy::PlatformTransaction& tx, Run run)
{
    run.id = tx.make_id<RunId>();
    tx.insert(runs, run);
    tx.execute(delete_oldest, {{"kept", runs_kept}});
}

std::vector<Run> recent_runs(tenancy::PlatformTransaction& tx, RunKind kind)
{
    return tx.rows<Run>(select_recent, {{"kind", kind}, {"limit", runs_shown}});
}

std::optional<Run> last_success(tenancy::PlatformTransaction& tx, RunKind kind)
{
    return tx.find<Run>(select_last_success, {{"kind", kind}});
}

void forget_runs_of(tenancy::PlatformTransaction& tx, const std::string& name)
{
    tx.execute(delete_of_backup, {{"name", name}});
}

} // namespace backup
