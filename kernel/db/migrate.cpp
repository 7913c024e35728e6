#include "kernel/db/careful_migration.hpp"
#include "kernel/db/migration_plan.hpp"
#include "kernel/db/migration_target.hpp"
#include "kernel/db/url.hpp"

namespace db
{

MigrationReport migrate(const DatabaseOptions& options,
                        std::span<const base::EmbeddedFile> migrations,
                        const std::function<void()>& before_change)
{
    const auto engine = engine_of(options.url);
    const auto plan = plan_migrations(migrations, engine);
    const auto target =
        engine == Engine::Sqlite ? open_sqlite_target(options) : open_postgres_target(options);
    const auto applied = target->applied();
    check_history(plan, applied);
    MigrationReport report;
    for (const auto& migration : plan) {
        if (applied.contains(migration.name)) {
            ++report.already;
            continue;
        }
        if (report.applied == 0 && !applied.empty() && before_change) before_change();
        target->apply(migration);
        ++report.applied;
    }
    target->finish();
    return report;
}

MigrationReport migrate(const DatabaseOptions& options,
                        std::span<const base::EmbeddedFile> migrations)
{
    return migrate(options, migrations, {});
}

} // namespace db
