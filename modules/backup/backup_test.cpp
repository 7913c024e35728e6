#include "kernel/db/snapshot.hpp"
#include "kernel/db/url.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/backup/backup_test_kit.hpp"
#include "modules/backup/run_store.hpp"
#include "modules/backup/shelf_store.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <random>
#include <thread>

using namespace backup::test_kit;
using namespace backup;
using namespace std::chrono_literals;

namespace
{

std::vector<db::TableContents> tables_of(const db::DatabaseOptions& options)
{
    const auto snapshot = db::open_snapshot(options);
    std::vector<db::TableContents> tables;
    for (const auto& table : snapshot->tables())
        tables.push_back(snapshot->read(table, {}));
    return tables;
}

} // namespace

TEST_CASE_ENGINES("a backup comes back byte for byte, with its files and its key, and opens")
{
    // PLT-100, PLT-103
    World world{engine};
    const auto before = tables_of(world.fresh->options());
    const auto made = world.make();
    CHECK(made.files == 3);
    world.add_row("after the backup");

    const auto place = world.place("restored");
    const auto restored = world.restore_to(place, world.key);
    CHECK(restored.rows == made.rows);
    auto options = place.database;
    if (engine == db::Engine::Sqlite)
        options.url = "sqlite:" + (place.to / "etabli.sqlite").string();
    CHECK(tables_of(options) == before);
    CHECK(tables_of(world.fresh->options()) != before);
    for (const char* file : {"ab/first", "cd/second", "cd/empty"})
        CHECK(bytes_of(place.to / "files" / file) == bytes_of(world.files() / file));
    CHECK(bytes_of(place.to / "etabli.key") == world.key.bytes());

    CHECK(db::migrate(options, base::embedded_migrations()).applied == 0);
    const auto opened = db::Database::open(options);
    tenancy::Platform{*opened}.write([](tenancy::PlatformTransaction& tx) {
        jobs::enqueue(tx, {.kind = "written to the copy", .payload = "{}"});
    });
    world.drop(place);
}

TEST_CASE("one flipped bit anywhere in a backup is refused, and nothing is written")
{
    World world{db::Engine::Sqlite};
    world.make();
    std::mt19937 chance{42};
    int tried = 0;
    for (const auto& file : sealed_files(world.configuration.backup.folder)) {
        const auto whole = bytes_of(file);
        for (int n = 0; n < 40; ++n) {
            auto damaged = whole;
            const auto at =
                n < 10 ? static_cast<std::size_t>(n) * 4 % whole.size() : chance() % whole.size();
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << (n % 8)));
            write(file, damaged);
            const auto place = world.place("damaged");
            CHECK_THROWS_WITH(world.restore_to(place, world.key),
                              doctest::Contains(file.filename().c_str()));
            CHECK_FALSE(fs::exists(place.to));
            ++tried;
        }
        write(file, whole.substr(0, whole.size() / 2));
        CHECK_THROWS(world.restore_to(world.place("cut"), world.key));
        fs::remove(file);
        CHECK_THROWS(world.restore_to(world.place("absent"), world.key));
        write(file, whole);
    }
    CHECK(tried >= 5 * 40);
    CHECK_NOTHROW(world.restore_to(world.place("whole"), world.key));
}

TEST_CASE_ENGINES("another key, a folder or a database in use are refused in words")
{
    World world{engine};
    world.make();
    const auto place = world.place("restored");
    CHECK_THROWS_WITH(world.restore_to(place, secrets::Key::random()),
                      doctest::Contains("autre clé"));
    CHECK_FALSE(fs::exists(place.to));

    write(place.to / "something", "here");
    CHECK_THROWS_WITH(world.restore_to(place, world.key), doctest::Contains("n’est pas vide"));
    fs::remove_all(place.to);
    auto wrong = place;
    wrong.database.url = engine == db::Engine::Sqlite ? "postgres://nowhere/x" : "sqlite:";
    CHECK_THROWS(world.restore_to(wrong, world.key));
    if (engine == db::Engine::Postgres) {
        auto used = place;
        used.database = world.fresh->options();
        const auto before = tables_of(world.fresh->options());
        CHECK_THROWS_WITH(world.restore_to(used, world.key), doctest::Contains("n’est pas vide"));
        CHECK(tables_of(world.fresh->options()) == before);
    }
    CHECK_NOTHROW(world.restore_to(place, world.key));
    world.drop(place);
}

TEST_CASE("a process killed in the middle of a backup leaves none, and the next one is whole")
{
    World world{db::Engine::Sqlite};
    for (int n = 0; n < 40; ++n)
        write(world.files() / "many" / std::to_string(n), std::string(200'000, 'y'));
    world.fresh->database();
    const auto length = world.make().took;
    fs::remove_all(world.configuration.backup.folder);
    constexpr int rounds = 40;
    std::size_t whole = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto child = ::fork();
        if (child == 0) {
            try {
                world.make();
            } catch (const std::exception&) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        // from the very start to some time after the end
        std::this_thread::sleep_for(length * 3 * round / (2 * rounds));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const Shelf shelf{world.configuration.backup.folder};
        const auto backups = shelf.backups();
        if (backups.empty()) continue;
        whole = backups.size();
        const auto place = world.place("after " + std::to_string(round));
        CHECK_NOTHROW(world.restore_to(place, world.key));
    }
    const auto made = world.make();
    CHECK(made.files == 43);
    for (const auto& entry : fs::directory_iterator{world.configuration.backup.folder})
        CHECK_FALSE(entry.path().filename().string().starts_with(".partial-"));
    CHECK_NOTHROW(world.restore_to(world.place("last"), world.key));
    MESSAGE(rounds, " kills, ", whole, " backups were whole by then");
    CHECK(whole < rounds);
}

TEST_CASE("a disk without room leaves no backup, nothing half made, and says why")
{
    World world{db::Engine::Sqlite};
    world.fresh->database();
    const auto child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{.rlim_cur = 100'000, .rlim_max = 100'000};
        ::setrlimit(RLIMIT_FSIZE, &small);
        try {
            world.make();
        } catch (const std::exception& cause) {
            ::_exit(std::string_view{cause.what()}.empty() ? 2 : 0);
        }
        ::_exit(1);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(Shelf{world.configuration.backup.folder}.backups().empty());
    for (const auto& entry : fs::directory_iterator{world.configuration.backup.folder})
        CHECK_FALSE(entry.path().filename().string().starts_with(".partial-"));
    CHECK_NOTHROW(world.make());
}

TEST_CASE("files are sealed once, and go when no backup needs them")
{
    World world{db::Engine::Sqlite};
    world.configuration.backup.kept_for = std::chrono::days{30};
    CHECK(world.make().files_added == 3);
    CHECK(world.make().files_added == 0);
    write(world.files() / "new", "one more");
    fs::remove(world.files() / "ab" / "first");
    CHECK(world.make().files_added == 1);
    const Shelf shelf{world.configuration.backup.folder};
    const auto objects = world.configuration.backup.folder / "objects";
    CHECK(sealed_files(objects).size() == 4);
    std::vector<std::string> older;
    const auto backups = shelf.backups();
    for (std::size_t at = 1; at < backups.size(); ++at)
        older.push_back(backups[at].name);
    shelf.forget(older, sealing_key(world.vault));
    CHECK(shelf.backups().size() == 1);
    CHECK(sealed_files(objects).size() == 3);
    CHECK_NOTHROW(world.restore_to(world.place("restored"), world.key));
}

TEST_CASE("the shelf shows nothing of what it holds")
{
    World world{db::Engine::Sqlite};
    world.add_row("marque.inimitable");
    write(world.files() / "nom-de-client", "contenu-de-client");
    world.make();
    for (const auto& entry : fs::recursive_directory_iterator{world.configuration.backup.folder}) {
        CHECK(entry.path().string().find("nom-de-client") == std::string::npos);
        if (!entry.is_regular_file()) continue;
        const auto bytes = bytes_of(entry.path());
        for (const auto* words : {"marque.inimitable", "nom-de-client", "contenu-de-client"})
            CHECK(bytes.find(words) == std::string::npos);
        CHECK(bytes.find(world.key.bytes()) == std::string::npos);
    }
    CHECK((fs::status(world.configuration.backup.folder).permissions() & fs::perms::others_all) ==
          fs::perms::none);
}

TEST_CASE_ENGINES("the schedule asks once a day, whoever asks, and a failure is seen and retried")
{
    World world{engine};
    auto& database = world.fresh->database();
    install(world.installation());
    const auto waiting = [&] {
        int count = 0;
        tenancy::Platform{database}.read([&](tenancy::PlatformTransaction& tx) {
            const auto found = tx.values<std::string>(
                {"test.jobs", "SELECT kind FROM job WHERE kind = 'backup.make' AND state = 'ready' "
                              "-- all workspaces: a test"});
            count = static_cast<int>(found.size());
        });
        return count;
    };
    const auto now = base::real_now();
    std::vector<std::thread> processes;
    for (int n = 0; n < 4; ++n)
        processes.emplace_back([&] { plan_due(world.installation(), database, now); });
    for (auto& process : processes)
        process.join();
    CHECK(waiting() == 1);

    // a failure: the shelf is a file
    world.configuration.backup.folder = world.folder.path() / "not-a-folder";
    write(world.configuration.backup.folder, "");
    CHECK_THROWS(make_and_record(world.installation(), database, Reason::scheduled));
    CHECK_THROWS(make_and_record(world.installation(), database, Reason::scheduled));
    CHECK(state_of(world.installation(), database).last_failure != "");
    const auto mails = tenancy::Platform{database}.read(
        [](tenancy::PlatformTransaction& tx) { return mail::recent(tx); });
    CHECK(mails.size() == 1); // PLT-100, PLT-112

    world.configuration.backup.folder = world.folder.path() / "backups";
    make_and_record(world.installation(), database, Reason::scheduled);
    CHECK(state_of(world.installation(), database).last_failure == "");
    CHECK_FALSE(state_of(world.installation(), database).is_late);
    world.configuration.backup.every = 1h;
    plan_due(world.installation(), database, base::real_now() + 2h);
    CHECK(waiting() == 1);
}

TEST_CASE("a backup that was made before a migration is remembered at the next start, once")
{
    // PLT-123
    World world{db::Engine::Sqlite};
    const auto made = make_backup(world.installation(), Reason::migration);
    for (int n = 0; n < 2; ++n)
        record_unseen(world.installation(), world.fresh->database());
    const auto runs = tenancy::Platform{world.fresh->database()}.read(
        [](tenancy::PlatformTransaction& tx) { return recent_runs(tx, RunKind::backup); });
    REQUIRE(runs.size() == 1);
    CHECK(runs.front().name == made.name);
    CHECK(runs.front().reason == "migration");
    CHECK(runs.front().row_count == made.rows);
}

TEST_CASE("two backups at once: the second is refused")
{
    World world{db::Engine::Sqlite};
    const Shelf shelf{world.configuration.backup.folder};
    const auto lock = shelf.lock();
    CHECK_THROWS_AS(world.make(), base::Refusal);
}

TEST_CASE("the confirmation of a recovery sheet is of one key")
{
    World world{db::Engine::Sqlite};
    CHECK_FALSE(is_sheet_confirmed(world.installation()));
    confirm_sheet(world.installation());
    CHECK(is_sheet_confirmed(world.installation()));
    const secrets::Vault other{{secrets::Key::random()}};
    CHECK_FALSE(is_sheet_confirmed({world.configuration, other, {}}));
}
