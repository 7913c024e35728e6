#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/files/written_file.hpp"

#include <doctest.h>

#include <filesystem>

using namespace files;
using tenancy::WorkspaceTransaction;

TEST_CASE_ENGINES("a PDF of ours is kept under its hash, named like its document")
{
    const test_support::TemporaryFolder folder;
    const auto database = test_support::fresh_database(engine);
    jobs::registry() = {};
    install(jobs::registry(), {.folder = folder.path(), .media_program = ETABLI_MEDIA_PROGRAM});
    tenancy::Context context{database->database(),
                             {.id = database->database().ids().make<tenancy::WorkspaceId>(),
                              .slug = "charpentes",
                              .name = "Charpentes",
                              .preset = "chantier",
                              .time_zone = "Europe/Paris"},
                             tenancy::Actor::system()};
    context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });

    const std::string bytes = "%PDF-1.7 paper";
    const KeptPdf kept{context.workspace().id, "FACT/2026/1", bytes};
    const auto file = context.write([&](WorkspaceTransaction& tx) {
        return files::find(tx, kept.attach(tx, {.kind = "paper", .id = 7}));
    });
    REQUIRE(file);
    CHECK(file->name == "FACT-2026-1.pdf");
    CHECK(file->sha256 == base::hex(base::sha256(bytes)));
    CHECK(file->sha256 == kept.sha256());
    CHECK(std::filesystem::is_empty(incoming_folder()));
}

TEST_CASE("what is written where files come in is gone with its object")
{
    const test_support::TemporaryFolder folder;
    jobs::registry() = {};
    install(jobs::registry(), {.folder = folder.path(), .media_program = ETABLI_MEDIA_PROGRAM});
    std::filesystem::path path;
    {
        WrittenFile first{"words"};
        const WrittenFile second{std::move(first)};
        path = second.path();
        CHECK(std::filesystem::file_size(path) == 5);
    }
    CHECK_FALSE(std::filesystem::exists(path));
}
