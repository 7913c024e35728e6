#include "kernel/i18n/format.hpp"
#include "modules/backup/backup.hpp"
#include "modules/backup/run_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace backup;

namespace
{

struct Desk {
    explicit Desk(db::Engine engine) : world(engine, {{"backup", describe}})
    {
        workspace = world.add_workspace("vigie");
    }
    void add_run(const Run& run)
    {
        tenancy::Platform{world.database()}.write(
            [&](tenancy::PlatformTransaction& tx) { insert_run(tx, run); });
    }
    test_world::World world;
    tenancy::Workspace workspace;
};

constexpr auto page = "/e/vigie/reglages/sauvegardes";

Run made_at(base::Instant at)
{
    return {.id = {},
            .reason = "scheduled",
            .name = "20261120T020000000Z-scheduled",
            .is_success = true,
            .started_at = at,
            .took_ms = 1'250,
            .row_count = 120,
            .file_count = 3,
            .byte_count = 1'800'000};
}

} // namespace

TEST_CASE_ENGINES("an admin sees the backups and the last rehearsal, and asks for one more")
{
    // PLT-106
    Desk desk{engine};
    auto martin = desk.world.add_member(desk.workspace, {.name = "Martin", .role = "admin"});
    CHECK(martin.browser.get(page).body.find("Aucune sauvegarde") != std::string::npos);

    const auto yesterday = base::real_now() - std::chrono::hours{20};
    desk.add_run(made_at(yesterday));
    desk.add_run({.id = {},
                  .reason = "scheduled",
                  .cause = "disk /secret/path is full",
                  .started_at = yesterday + std::chrono::hours{1}});
    desk.add_run({.id = {},
                  .kind = RunKind::drill,
                  .is_success = true,
                  .started_at = yesterday,
                  .row_count = 120,
                  .file_count = 3,
                  .lost_s = 7'200,
                  .back_ms = 2'345});
    const auto shown = martin.browser.get(page).body;
    CHECK(shown.find(i18n::file_size(1'800'000)) != std::string::npos);
    CHECK(shown.find("Échec") != std::string::npos);
    CHECK(shown.find("/secret/path") == std::string::npos);
    CHECK(shown.find("en 2,3 s") != std::string::npos);
    CHECK(shown.find("etabli recovery-sheet") != std::string::npos);

    CHECK(martin.browser.post(page).status == 303);
    CHECK(martin.browser.post(page).status == 303);
    const auto waiting = desk.world.context(desk.workspace, martin.actor)
                             .read([](tenancy::WorkspaceTransaction& tx) {
                                 return jobs::recent(tx, jobs::State::ready);
                             });
    CHECK(waiting.size() == 1);

    desk.add_run(made_at(base::real_now() - std::chrono::minutes{2}));
    CHECK(martin.browser.post(page).status == 422);
}

TEST_CASE("who may not manage backups neither sees nor asks for one")
{
    Desk desk{db::Engine::Sqlite};
    auto agathe = desk.world.add_member(desk.workspace, {.name = "Agathe", .role = "technicien"});
    CHECK(agathe.browser.get(page).status == 403);
    CHECK(agathe.browser.post(page).status == 403);
    CHECK(desk.world.visitor().get(page).status == 303);
}
