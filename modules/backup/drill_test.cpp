#include "kernel/audit/audit.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/backup/backup_test_kit.hpp"
#include "modules/backup/run_store.hpp"
#include "modules/backup/shelf_store.hpp"

#include <algorithm>
#include <functional>

using namespace backup::test_kit;
using namespace backup;
using namespace std::chrono_literals;

namespace
{

/// Says of the newest backup what is not so, sealed with the right key.
void falsify(const World& world, const std::function<void(Manifest&)>& change)
{
    const Shelf shelf{world.configuration.backup.folder};
    const auto key = sealing_key(world.vault);
    const auto name = shelf.backups().front().name;
    auto manifest = read_manifest(shelf, name, key);
    change(manifest);
    const auto part = part_of(shelf.folder_of(name), name, "manifest");
    fs::remove(part.path);
    secrets::SealedFileWriter writer{part.path, key, part.about};
    writer.write(json_of(manifest));
    writer.finish();
}

} // namespace

TEST_CASE_ENGINES("a rehearsal says what would be lost and how long until work goes on")
{
    // PLT-102, PLT-103
    World world{engine};
    world.make();
    const auto found = rehearse_and_record(world.installation(), world.fresh->database());
    CHECK(found.problem == "");
    CHECK(found.tables > 20);
    CHECK(found.files == 3);
    CHECK(found.lost < 60s);
    CHECK(found.back > 0ms);
    CHECK(fs::is_empty(world.configuration.data / "temporary"));
    const auto runs = tenancy::Platform{world.fresh->database()}.read(
        [](tenancy::PlatformTransaction& tx) { return recent_runs(tx, RunKind::drill); });
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().is_success);

    for (const auto& file : sealed_files(world.configuration.backup.folder / "objects"))
        fs::remove(file);
    const auto failed = rehearse_and_record(world.installation(), world.fresh->database());
    CHECK(failed.problem.find("ne peut pas être lu") != std::string::npos);
    const auto mails = tenancy::Platform{world.fresh->database()}.read(
        [](tenancy::PlatformTransaction& tx) { return mail::recent(tx); });
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().to_email == "exploitation@vigie.example");
    // what a rehearsal found missing is sealed again by the next backup
    world.make();
    CHECK(rehearse(world.installation()).problem == "");
}

TEST_CASE_ENGINES("a rehearsal verifies the seals of every audit of the copy")
{
    World world{engine};
    auto& database = world.fresh->database();
    const auto workspace = world.add_workspace("vigie");
    tenancy::Context context{database, workspace, tenancy::Actor::system()};
    for (int n = 0; n < 3; ++n) {
        context.write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = "test.moved", .subject_kind = "ticket", .subject = n});
        });
        tenancy::Platform{database}.write([&](tenancy::PlatformTransaction& tx) {
            audit::append(tx, {}, {.action = "test.signed_in", .subject_kind = "person"});
        });
    }
    for (const auto& chain :
         {audit::Chain::of_platform(database), audit::Chain::of_workspace(database, workspace)}) {
        audit::seal(chain, audit::Reach::Everything);
        audit::sign_head(chain, audit::head_key(world.vault),
                         audit::HeadFile{world.folder.path() / "seals"});
    }
    world.make();
    CHECK(rehearse(world.installation()).problem == "");

    // AUD-003: whoever writes into the database changes a seal, not what the entry says
    const auto problem_after = [&](const std::string& sql) {
        test_support::run_as_owner(
            *world.fresh,
            (engine == db::Engine::Sqlite ? "" : "SET session_replication_role = replica;\n") +
                sql);
        world.make();
        return rehearse(world.installation()).problem;
    };
    CHECK(problem_after("UPDATE audit_seal SET position = position + 10 WHERE workspace_id = " +
                        std::to_string(workspace.id.value))
              .find("vigie") != std::string::npos);
    CHECK(problem_after("UPDATE audit_head SET signature = 'forged' WHERE workspace_id = 0")
              .find("plateforme") != std::string::npos);
}

TEST_CASE_ENGINES(
    "a rehearsal names the table that did not come back as the backup says") // PLT-103
{
    World world{engine};
    const auto workspace = world.add_workspace("vigie");
    const auto problem_when = [&](const std::function<void(Manifest&)>& change) {
        world.make();
        falsify(world, change);
        return rehearse(world.installation()).problem;
    };
    const auto table = [](Manifest& manifest, std::string_view name) -> db::TableContents& {
        return *std::ranges::find(manifest.tables, name, &db::TableContents::name);
    };
    CHECK(problem_when([](Manifest&) {}) == "");
    CHECK(problem_when([&](Manifest& told) {
              table(told, "workspace").sha256 = std::string(64, '0');
          }).find("workspace") != std::string::npos);
    CHECK(problem_when([&](Manifest& told) {
              ++table(told, "workspace").rows;
          }).find("workspace") != std::string::npos);
}
