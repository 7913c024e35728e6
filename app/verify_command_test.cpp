#include "app/commands.hpp"
#include "app/sealing.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/i18n/translate.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

namespace
{

/// An installation of its own, as `etabli` finds one. One a process: its jobs are registered once.
struct Installation {
    test_support::TemporaryFolder folder;
    base::Configuration configuration;
    std::unique_ptr<app::Application> application;

    Installation()
    {
        configuration.data = folder.path();
        configuration.database_url = "sqlite:" + (folder.path() / "etabli.sqlite").string();
        configuration.key_file = folder.path() / "etabli.key";
        configuration.seals = folder.path() / "seals";
        configuration.mode = base::Configuration::Mode::Test;
        app::migrate(configuration);
        application = std::make_unique<app::Application>(configuration, app::Holds::Beside);
    }
    int run_jobs()
    {
        auto& database = application->database();
        jobs::Runner runner{database,
                            [&](tenancy::WorkspaceId id) {
                                return tenancy::Platform{database}.read(
                                    [&](tenancy::PlatformTransaction& tx) {
                                        return auth::workspace_by_id(tx, id);
                                    });
                            },
                            1};
        return runner.run_due();
    }
    void tamper(const std::string& sql)
    {
        db::SqliteConnection{{.file = folder.path() / "etabli.sqlite",
                              .role = db::SqliteConnection::Role::Migration,
                              .kinds = {}}}
            .script(sql);
    }
};

bool has(const app::Reply& reply, const std::string& part)
{
    return reply.output.find(part) != std::string::npos;
}

} // namespace

// AUD-003
TEST_CASE("verify counts what is sealed, and ends with 1 naming what was tampered with")
{
    Installation here;
    app::create_workspace(*here.application, {.preset = "support-technique",
                                              .slug = "vigie",
                                              .name = "Vigie",
                                              .owner_email = "owner@vigie.example"});
    const auto before = app::verify(*here.application);
    CHECK(before.exit_code == 0);
    CHECK(has(before, "Vigie"));
    CHECK(has(before, "attend son sceau"));

    app::enqueue_sealing(here.application->database(), {tenancy::WorkspaceId{}});
    app::enqueue_signing(here.application->database());
    CHECK(here.run_jobs() >= 2);
    const auto sealed = app::verify(*here.application);
    CHECK(sealed.exit_code == 0);
    CHECK_FALSE(has(sealed, "attend son sceau"));
    CHECK(std::filesystem::exists(here.folder.path() / "seals"));

    here.tamper("UPDATE audit_entry SET at = at + 1");
    const auto tampered = app::verify(*here.application);
    CHECK(tampered.exit_code == 1);
    CHECK(has(tampered, "modifiée après avoir été scellée"));
}
