#include "kernel/auth/workspaces.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/intake.hpp"
#include "kernel/files/sweep.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/files/uploads.hpp"
#include "kernel/presets/preset.hpp"

#include <doctest.h>

using namespace files;
using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;
using test_support::TemporaryFolder;

namespace
{

/// A workspace whose bytes can be aged.
struct Fixture {
    explicit Fixture(db::Engine engine)
        : database(test_support::fresh_database(engine)), context(found())
    {
        jobs::registry() = {};
        install(jobs::registry(), {.folder = kept.path(), .media_program = {}});
        context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
    }
    tenancy::Context found()
    {
        return {database->database(),
                {.id = database->database().ids().make<tenancy::WorkspaceId>(),
                 .slug = "vigie",
                 .name = "Vigie",
                 .preset = "support-technique",
                 .time_zone = "Europe/Paris"},
                tenancy::Actor::system()};
    }
    Intake taken(std::string_view bytes)
    {
        const auto path = test_files::write(sent, std::to_string(++count), bytes);
        auto intake = take_in(context, {{"a.txt", path, static_cast<std::int64_t>(bytes.size())}});
        keep(context.workspace().id, intake);
        return intake;
    }
    FileId attached(std::string_view bytes)
    {
        const auto intake = taken(bytes);
        return context.write([&](WorkspaceTransaction& tx) {
            return attach(tx, {.kind = "ticket", .id = 42}, intake).front();
        });
    }
    bool is_kept(const Intake& intake)
    {
        try {
            storage().fetch({context.workspace().id, intake.taken.front().sha256});
            return true;
        } catch (const base::NotFound&) {
            return false;
        }
    }

    TemporaryFolder kept;
    TemporaryFolder sent;
    std::unique_ptr<test_support::FreshDatabase> database;
    tenancy::Context context;
    int count = 0;
};

} // namespace

TEST_CASE_ENGINES("the sweep takes what nothing names since a day, and nothing else")
{
    Fixture fixture{engine};
    auto& context = fixture.context;
    const auto waste = fixture.taken("jamais joint");
    const auto id = fixture.attached("joint");
    fixture.attached("joint");
    const auto removed = fixture.attached("retiré");
    context.write([&](WorkspaceTransaction& tx) { remove(tx, *find(tx, removed)); });

    const auto now = base::real_now();
    CHECK(sweep(context, now + 23h).removed == 0);
    CHECK(fixture.is_kept(waste));
    const auto swept = sweep(context, now + 25h);
    CHECK(swept.kept == 1);
    CHECK(swept.removed == 2);
    CHECK(swept.removed_bytes == 12 + 7);
    CHECK_FALSE(fixture.is_kept(waste));
    context.read([&](WorkspaceTransaction& tx) {
        CHECK_NOTHROW(storage().fetch({context.workspace().id, find(tx, id)->sha256}));
    });
    CHECK(sweep(context, now + 25h).removed == 0);
}

TEST_CASE_ENGINES("bytes sent again while they wait for the sweep are young again")
{
    Fixture fixture{engine};
    const auto waste = fixture.taken("envoyé deux fois");
    const Blob blob{fixture.context.workspace().id, waste.taken.front().sha256};
    const auto path = *storage().fetch(blob);
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - 48h);
    const auto before = base::real_now() - 24h;
    storage().put(blob, waste.taken.front().path);
    CHECK_FALSE(storage().remove_older(blob, before));
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - 48h);
    CHECK(storage().remove_older(blob, before));
    CHECK_FALSE(fixture.is_kept(waste));
}

TEST_CASE_ENGINES("uploads that were given up go after a day")
{
    Fixture fixture{engine};
    auto& context = fixture.context;
    const auto upload = start_upload(context, "a.txt", 4);
    CHECK(sweep(context, base::real_now() + 23h).uploads == 0);
    CHECK(upload_of(context, upload.id).bytes == 4);
    CHECK(sweep(context, base::real_now() + 25h).uploads == 1);
    CHECK_THROWS_AS(upload_of(context, upload.id), base::NotFound);
    CHECK(std::filesystem::is_empty(incoming_folder()));
}

TEST_CASE_ENGINES("each workspace is swept by one job a night, however often it is asked for")
{
    Fixture fixture{engine};
    const auto now = base::real_now();
    plan_sweeps(fixture.database->database(), now);
    plan_sweeps(fixture.database->database(), now + 1h);
    fixture.context.read([&](WorkspaceTransaction& tx) {
        const auto planned = jobs::recent(tx, jobs::State::ready);
        REQUIRE(planned.size() == 1);
        CHECK(planned.front().kind == sweep_job);
        CHECK(planned.front().run_at > now);
        CHECK(planned.front().run_at <= now + 24h);
    });
    run_sweep(fixture.context, {});
}
