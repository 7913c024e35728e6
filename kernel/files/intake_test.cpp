#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/form_files.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/intake.hpp"
#include "kernel/files/media_jobs.hpp"
#include "kernel/files/test_files.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/presets/preset.hpp"

#include <doctest.h>

using namespace files;
using tenancy::WorkspaceTransaction;
using test_support::TemporaryFolder;

namespace
{

/// A workspace that can take files.
struct Fixture {
    explicit Fixture(db::Engine engine) : database(test_support::fresh_database(engine))
    {
        jobs::registry() = {};
        install(jobs::registry(), {.folder = kept.path(), .media_program = ETABLI_MEDIA_PROGRAM});
    }
    tenancy::Context in(const std::string& slug)
    {
        tenancy::Workspace workspace{.id = database->database().ids().make<tenancy::WorkspaceId>(),
                                     .slug = slug,
                                     .name = slug,
                                     .preset = "support-technique",
                                     .time_zone = "Europe/Paris"};
        tenancy::Context context{database->database(), workspace, tenancy::Actor::system()};
        context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        return context;
    }
    Offered offered(const std::string& name, std::string_view bytes)
    {
        const auto path = test_files::write(sent, std::to_string(++count), bytes);
        return {name, path, static_cast<std::int64_t>(bytes.size())};
    }

    TemporaryFolder kept;
    TemporaryFolder sent;
    std::unique_ptr<test_support::FreshDatabase> database;
    int count = 0;
};

const Owner ticket{.kind = "ticket", .id = 42};

std::vector<FileId> attach_all(tenancy::Context& context, const std::vector<Offered>& offered)
{
    const auto intake = take_in(context, offered);
    keep(context.workspace().id, intake);
    return context.write([&](WorkspaceTransaction& tx) { return attach(tx, ticket, intake); });
}

} // namespace

TEST_CASE_ENGINES("a refused file names the reason, the others are kept") // FIL-002
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    const std::vector<Offered> sent{fixture.offered("notes.txt", "bonjour"),
                                    fixture.offered("photo.jpg", "MZ\x90"),
                                    fixture.offered("c.csv", "a;b\n1;2\n")};
    const auto attached = attach_all(context, sent);
    CHECK(attached.size() == 2);
    const auto all =
        context.read([](WorkspaceTransaction& tx) { return files_of(tx, "ticket", 42); });
    REQUIRE(all.size() == 3);
    CHECK(all[0].name == "notes.txt");
    CHECK(all[0].state == State::ready);
    CHECK(all[2].name == "photo.jpg");
    CHECK(all[2].state == State::refused);
    CHECK(all[2].refusal == "files.refusal.program");
    CHECK(all[2].sha256 == "");
}

TEST_CASE_ENGINES("bytes are kept under their hash, inside their workspace") // FIL-001
{
    Fixture fixture{engine};
    auto one = fixture.in("vigie");
    auto two = fixture.in("phare");
    attach_all(one, {fixture.offered("a.txt", "bonjour"), fixture.offered("b.txt", "bonjour")});
    attach_all(two, {fixture.offered("a.txt", "bonjour")});
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{fixture.kept.path()})
        if (entry.is_regular_file()) {
            ++found;
            CHECK(entry.path().filename() ==
                  "2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18");
            CHECK(test_files::read(entry.path()) == "bonjour");
        }
    CHECK(found == 2);
    const Blob blob{one.workspace().id,
                    "2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18"};
    CHECK(std::filesystem::exists(fixture.kept.path() / ("w" + one.workspace().id.text())));
    CHECK(test_files::read(*storage().fetch(blob)) == "bonjour");
    storage().remove_all(one.workspace().id);
    CHECK_THROWS_AS(storage().fetch(blob), base::NotFound);
}

TEST_CASE_ENGINES(
    "limits of size, number and room refuse one file, not the form") // FIL-010 FIL-012
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    auto large = fixture.offered("large.txt", "bonjour");
    large.bytes = 20'000'001;
    CHECK(take_in(context, {large}).refused.front().reason == "files.refusal.size");
    CHECK(take_in(context, {large}).refused.front().value == i18n::file_size(20'000'000));

    auto photo = fixture.offered("a.png", test_files::png());
    photo.bytes = 10'000'001;
    CHECK(take_in(context, {photo}).refused.front().value == i18n::file_size(10'000'000));
    context.write([](WorkspaceTransaction& tx) { set_image_limit(tx, 12'000'000); });
    CHECK(take_in(context, {photo}).refused.empty());

    const std::vector<Offered> eleven(11, fixture.offered("a.txt", "bonjour"));
    const auto intake = take_in(context, eleven);
    CHECK(intake.taken.size() == 10);
    CHECK(intake.refused.front().reason == "files.refusal.count");

    context.write([](WorkspaceTransaction& tx) { set_quota(tx, 10); });
    const auto full = take_in(
        context, {fixture.offered("a.txt", "bonjour"), fixture.offered("b.txt", "bonsoir")});
    CHECK(full.taken.size() == 1);
    CHECK(full.refused.front().reason == "files.refusal.quota");
    const auto before = take_in(context, {fixture.offered("a.txt", "bonjour")});
    attach_all(context, {fixture.offered("a.txt", "bonjour")});
    CHECK_THROWS_AS(context.write([&](WorkspaceTransaction& tx) { attach(tx, ticket, before); }),
                    base::Refusal);
}

TEST_CASE_ENGINES("a picture waits for the media worker, then has copies that count") // FIL-012
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    const auto id = attach_all(context, {fixture.offered("a.png", test_files::png())}).front();
    const auto file = [&] {
        return context.read([&](WorkspaceTransaction& tx) { return *find(tx, id); });
    };
    CHECK(file().state == State::waiting);
    const auto used = context.read([](WorkspaceTransaction& tx) { return usage(tx); }).used_bytes;

    run_judge_media(context, {.kind = judge_media_job, .payload = id.text()});
    run_judge_media(context, {.kind = judge_media_job, .payload = id.text()});
    CHECK(file().state == State::ready);
    CHECK(file().width == 1);
    context.read([&](WorkspaceTransaction& tx) {
        for (const auto variant : {Variant::thumbnail, Variant::medium, Variant::large})
            CHECK(FileStore{tx}.find(id, variant).has_value());
        CHECK(usage(tx).used_bytes > used);
    });
}

TEST_CASE_ENGINES("with a scanner nobody opens a file before it was found clean") // FIL-002
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    const auto scanner =
        test_files::write(fixture.sent, "scanner",
                          "#!/bin/sh\n[ -e \"$1\" ] || exit 2\n! /bin/grep -q ESSAI-D-ANTIVIRUS\n");
    std::filesystem::permissions(scanner, std::filesystem::perms::owner_all);
    const auto answers = fixture.sent.path() / "answers";
    jobs::registry() = {};
    install(jobs::registry(), {.folder = fixture.kept.path(),
                               .media_program = ETABLI_MEDIA_PROGRAM,
                               .storage_url = {},
                               .scan_command = scanner.string() + " " + answers.string()});
    const auto ids = attach_all(context, {fixture.offered("a.txt", "bonjour"),
                                          fixture.offered("b.txt", "ESSAI-D-ANTIVIRUS"),
                                          fixture.offered("c.png", test_files::png())});
    const auto state = [&](FileId id) {
        return context.read([&](WorkspaceTransaction& tx) { return find(tx, id)->state; });
    };
    const auto judge = [&](FileId id) {
        run_judge_media(context, {.kind = judge_media_job, .payload = id.text()});
    };
    CHECK(state(ids[0]) == State::waiting);
    CHECK_THROWS_AS(judge(ids[0]), std::runtime_error); // the scanner does not answer yet
    CHECK(state(ids[0]) == State::waiting);
    test_files::write(fixture.sent, "answers", "");
    for (const auto id : ids)
        judge(id);
    CHECK(state(ids[0]) == State::ready);
    CHECK(state(ids[1]) == State::refused);
    CHECK(state(ids[2]) == State::ready);
    context.read([&](WorkspaceTransaction& tx) {
        CHECK(find(tx, ids[1])->refusal == "files.refusal.infected");
        CHECK_THROWS_AS(readable_file(tx, ids[1]), base::NotFound);
    });
}

TEST_CASE_ENGINES("a picture that cannot be read is refused, and its room given back")
{
    Fixture fixture{engine};
    auto context = fixture.in("vigie");
    const auto id = attach_all(context, {fixture.offered("a.jpg", "\xff\xd8\xff broken")}).front();
    run_judge_media(context, {.kind = judge_media_job, .payload = id.text()});
    context.read([&](WorkspaceTransaction& tx) {
        CHECK(find(tx, id)->refusal == "files.refusal.unreadable");
        CHECK(usage(tx).used_bytes == 0);
        CHECK_THROWS_AS(readable_file(tx, id), base::NotFound);
    });
}

TEST_CASE_ENGINES("photos come with their words, and only photos where photos are wanted")
{
    // PRG-011, PRG-016
    Fixture fixture{engine};
    auto context = fixture.in("gite");
    http::Request request;
    for (const auto* words : {"  La dalle ", "Le seuil"})
        request.form.add("captions", words);
    request.form.add("alternatives", "");
    request.form.add("alternatives", std::string(400, 'x'));
    for (const auto* name : {"a.png", "b.png"}) {
        const auto path = test_files::write(fixture.sent, name, test_files::png());
        request.files.push_back({.field = "files",
                                 .file_name = name,
                                 .declared_type = "image/png",
                                 .bytes = test_files::png().size(),
                                 .content = std::make_shared<const std::filesystem::path>(path)});
    }
    auto offered = offered_in(request, "files");
    REQUIRE(offered.size() == 2);
    const auto said = said_of(request, offered);
    offered.push_back(fixture.offered("devis.txt", "Bonjour"));
    offered.push_back(fixture.offered("c.png", test_files::png()));

    const auto intake = only_photos(take_in(context, offered, 3));
    CHECK(intake.taken.size() == 2);
    REQUIRE(intake.refused.size() == 2);
    CHECK(sentence(intake.refused[0]).find("3 fichiers au plus") != std::string::npos);
    CHECK(sentence(intake.refused[1]).find("pas une photo") != std::string::npos);
    keep(context.workspace().id, intake);
    const auto kept = context.write([&](WorkspaceTransaction& tx) {
        attach_described(tx, ticket, intake, said);
        return files_of(tx, ticket.kind, ticket.id);
    });
    REQUIRE(kept.size() == 4);
    CHECK(kept[0].caption == "La dalle");
    CHECK(kept[1].caption == "Le seuil");
    CHECK(base::code_points(kept[1].alternative) == 300);
}
