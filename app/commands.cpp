#include "app/commands.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/db/careful_migration.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/search/search.hpp"
#include "modules/backup/backup.hpp"

#include <cstdio>

namespace app
{

int migrate(const base::Configuration& configuration)
{
    std::filesystem::create_directories(configuration.data);
    const auto vault = open_vault(configuration);
    const auto options = database_options(configuration, vault, Holds::Beside);
    const auto report = db::migrate(options, base::embedded_migrations(), [&] {
        const auto made = backup::make_backup(
            {.configuration = configuration, .vault = vault, .database = options},
            backup::Reason::migration);
        std::fprintf(stderr, "%s\n",
                     i18n::t("app.backup.before_migration", {{"name", made.name}}).c_str());
    });
    if (report.applied > 0)
        std::fprintf(stderr, "%s\n",
                     i18n::t("app.migrate.done", {{"applied", std::to_string(report.applied)},
                                                  {"already", std::to_string(report.already)}})
                         .c_str());
    return 0;
}

Reply print_routes(Application& application)
{
    return {.exit_code = 0, .output = application.site().routes_json() + "\n"};
}

Reply reindex(Application& application)
{
    tenancy::Platform platform{application.database()};
    Reply reply;
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        tenancy::Context context{application.database(), workspace, tenancy::Actor::system()};
        const auto read = search::reindex(context);
        reply.output += i18n::t("app.reindex.done",
                                {{"name", workspace.name}, {"count", std::to_string(read)}}) +
                        "\n";
    }
    return reply;
}

} // namespace app
