#include "app/installation_test_kit.hpp"
#include "app/sealing.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/ledger/ledger.hpp"

#include <doctest.h>

using app_test::has;

namespace
{

int run_jobs(app::Application& application)
{
    auto& database = application.database();
    jobs::Runner runner{
        database,
        [&](tenancy::WorkspaceId id) {
            return tenancy::Platform{database}.read(
                [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_id(tx, id); });
        },
        1};
    return runner.run_due();
}

void tamper(const app_test::Installation& here, const std::string& sql)
{
    db::SqliteConnection{{.file = here.folder.path() / "etabli.sqlite",
                          .role = db::SqliteConnection::Role::Migration,
                          .kinds = {}}}
        .script(sql);
}

} // namespace

// AUD-003
TEST_CASE("verify counts what is sealed, and ends with 1 naming what was tampered with")
{
    auto& here = app_test::installation();
    here.add_workspace("vigie", "Vigie");
    const auto before = app::verify(*here.application);
    CHECK(before.exit_code == 0);
    CHECK(has(before, "Vigie"));
    CHECK(has(before, "attend son sceau"));

    app::enqueue_sealing(here.application->database(), {tenancy::WorkspaceId{}});
    app::enqueue_signing(here.application->database());
    CHECK(run_jobs(*here.application) >= 2);
    const auto sealed = app::verify(*here.application);
    CHECK(sealed.exit_code == 0);
    CHECK_FALSE(has(sealed, "attend son sceau"));
    CHECK(std::filesystem::exists(here.folder.path() / "seals"));

    tamper(here, "UPDATE audit_entry SET at = at + 1");
    const auto tampered = app::verify(*here.application);
    CHECK(tampered.exit_code == 1);
    CHECK(has(tampered, "modifiée après avoir été scellée"));
}

TEST_CASE("verify names the record of the ledger that was tampered with") // INV-062
{
    auto& here = app_test::installation();
    here.add_workspace("comptoir", "Comptoir");
    auto& database = here.application->database();
    for (const auto& workspace : tenancy::Platform{database}.read(auth::every_workspace)) {
        if (workspace.slug != "comptoir") continue;
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        context.write([&](tenancy::WorkspaceTransaction& tx) {
            for (const auto* number : {"F-1", "F-2"})
                ledger::append(tx, {.kind = ledger::EventKind::invoice_issued,
                                    .number = number,
                                    .dated = context.today(),
                                    .total = {100}});
        });
    }
    CHECK(has(app::verify(*here.application), "chaîne des écritures intacte"));
    tamper(here, "DROP TRIGGER ledger_event_never_changes;"
                 "UPDATE ledger_event SET actor = 1 WHERE seq = 2");
    const auto tampered = app::verify(*here.application);
    CHECK(tampered.exit_code == 1);
    CHECK(has(tampered, "L’enregistrement 2 a été modifié"));
}
