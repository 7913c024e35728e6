#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace backup
{

using RunId = base::Id<struct BackupRunTag>;

enum class RunKind { backup, drill };
BOOST_DESCRIBE_ENUM(RunKind, backup, drill)

/// A backup or a rehearsal that ended, well or not.
struct Run {
    RunId id;
    RunKind kind = RunKind::backup;
    std::string reason; ///< "scheduled", "requested", "migration"
    std::string name;   ///< of the backup
    bool is_success = false;
    std::string cause; ///< one line
    base::Instant started_at;
    std::int64_t took_ms = 0;
    std::int64_t row_count = 0;
    std::int64_t file_count = 0;
    std::int64_t byte_count = 0;
    std::int64_t lost_s = 0;
    std::int64_t back_ms = 0;
};
BOOST_DESCRIBE_STRUCT(Run, (),
                      (id, kind, reason, name, is_success, cause, started_at, took_ms, row_count,
                       file_count, byte_count, lost_s, back_ms))

/// Runs kept at most, of both kinds.
constexpr std::int64_t runs_kept = 4'000;
constexpr std::int64_t runs_shown = 50;

/// Also forgets the oldest beyond `runs_kept`.
void insert_run(tenancy::PlatformTransaction& tx, Run run);
/// Newest first, at most `runs_shown`.
std::vector<Run> recent_runs(tenancy::PlatformTransaction& tx, RunKind kind);
std::optional<Run> last_success(tenancy::PlatformTransaction& tx, RunKind kind);
/// Of backups that are no more.
void forget_runs_of(tenancy::PlatformTransaction& tx, const std::string& name);

} // namespace backup
