#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/files/uploads.hpp"

#include <doctest.h>

using namespace files;
using tenancy::WorkspaceTransaction;

namespace
{

/// Two members of one workspace.
struct Fixture {
    explicit Fixture(db::Engine engine) : database(test_support::fresh_database(engine))
    {
        jobs::registry() = {};
        install(jobs::registry(), {.folder = kept.path(), .media_program = {}});
        workspace = {.id = database->database().ids().make<tenancy::WorkspaceId>(),
                     .slug = "vigie",
                     .name = "Vigie",
                     .preset = "support-technique",
                     .time_zone = "Europe/Paris"};
        as(0).write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
    }
    tenancy::Context as(std::int64_t member)
    {
        auto actor = tenancy::Actor::system();
        actor.membership.value = member;
        return {database->database(), workspace, actor};
    }

    test_support::TemporaryFolder kept;
    std::unique_ptr<test_support::FreshDatabase> database;
    tenancy::Workspace workspace;
};

} // namespace

TEST_CASE_ENGINES("a file comes in pieces and goes on where it stopped") // FIL-004
{
    Fixture fixture{engine};
    auto malo = fixture.as(7);
    const auto upload = start_upload(malo, "vidéo.mp4", 10);
    CHECK(add_piece(malo, upload.id, 0, "01234") == 5);
    CHECK(upload_of(malo, upload.id).received == 5);
    CHECK_THROWS_AS(add_piece(malo, upload.id, 0, "01234"), base::Refusal);  // came twice
    CHECK_THROWS_AS(add_piece(malo, upload.id, 7, "789"), base::Refusal);    // leaves a hole
    CHECK_THROWS_AS(add_piece(malo, upload.id, 5, "567890"), base::Refusal); // too much
    const auto name = upload.id.text();
    CHECK(finished_uploads(malo, {name}).empty());
    CHECK(add_piece(malo, upload.id, 5, "56789") == 10);
    const auto finished = finished_uploads(malo, {name, "junk", "12345"});
    REQUIRE(finished.size() == 1);
    CHECK(test_files::read(finished[0].content) == "0123456789");
}

TEST_CASE_ENGINES("an upload is its sender's own, and leaves nothing when abandoned")
{
    Fixture fixture{engine};
    auto malo = fixture.as(7);
    auto rose = fixture.as(8);
    const auto upload = start_upload(malo, "a.txt", 4);
    CHECK_THROWS_AS(upload_of(rose, upload.id), base::NotFound);
    CHECK_THROWS_AS(add_piece(rose, upload.id, 0, "evil"), base::NotFound);
    CHECK_THROWS_AS(abandon_upload(rose, upload.id), base::NotFound);
    add_piece(malo, upload.id, 0, "mine");
    CHECK(finished_uploads(rose, {upload.id.text()}).empty());
    CHECK_FALSE(std::filesystem::is_empty(incoming_folder()));
    abandon_upload(malo, upload.id);
    CHECK(std::filesystem::is_empty(incoming_folder()));
    CHECK_THROWS_AS(upload_of(malo, upload.id), base::NotFound);
}

TEST_CASE_ENGINES("announcing is bounded in size and number")
{
    Fixture fixture{engine};
    auto malo = fixture.as(7);
    CHECK_THROWS_AS(start_upload(malo, "a", 0), base::Refusal);
    CHECK_THROWS_AS(start_upload(malo, "a", upload_bytes_max + 1), base::Refusal);
    for (std::size_t i = 0; i < uploads_max; ++i)
        start_upload(malo, "a", 1);
    CHECK_THROWS_AS(start_upload(malo, "a", 1), base::Refusal);
    auto rose = fixture.as(8);
    start_upload(rose, "a", 1);
}
