#include "app/application.hpp"
#include "app/commands.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/migration_plan.hpp"
#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "kernel/db/url.hpp"
#include "kernel/events/events.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/search/search.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"
#include "tests/world/browser.hpp"

#include <doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace
{

namespace fs = std::filesystem;

constexpr const char* rows_file = "tests/migrations/first_release.rows";

std::string rows_of_first_release()
{
    std::ostringstream text;
    text << std::ifstream{rows_file}.rdbuf();
    REQUIRE(text.str().size() > 10'000);
    return text.str();
}

/// Name → the digests it had, one per engine where they differ.
std::map<std::string, std::set<std::string>> old_migrations(const std::string& rows)
{
    std::map<std::string, std::set<std::string>> found;
    std::istringstream lines{rows};
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("-- migration: ")) continue;
        std::istringstream words{line.substr(14)};
        std::string name;
        std::string digest;
        words >> name >> digest;
        found[name].insert(digest);
    }
    return found;
}

std::string name_of(std::string_view path)
{
    auto name = std::string{path.substr(path.rfind('/') + 1)};
    return name.substr(0, name.find('.'));
}

/// A machine where the first release has worked.
struct Machine {
    explicit Machine(db::Engine engine_) : engine(engine_), rows(rows_of_first_release())
    {
        configuration.data = folder.path() / "data";
        configuration.backup.folder = folder.path() / "backups";
        configuration.key_file = folder.path() / "etabli.key";
        configuration.seals = folder.path() / "seals";
        configuration.mode = base::Configuration::Mode::Test;
        fs::create_directories(configuration.data);
        configuration.database_url =
            engine == db::Engine::Sqlite
                ? "sqlite:" + (configuration.data / "etabli.sqlite").string()
                : test_support::empty_postgres_database().url;
        make();
    }
    ~Machine()
    {
        if (engine == db::Engine::Postgres) test_support::drop_database(configuration.database_url);
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    void make() const
    {
        const auto old = old_migrations(rows);
        std::vector<base::EmbeddedFile> files;
        for (const auto& file : base::embedded_migrations())
            if (old.contains(name_of(file.path))) files.push_back(file);
        for (const auto& migration : db::plan_migrations(files, engine))
            CHECK_MESSAGE(old.at(migration.name).contains(migration.checksum), migration.name,
                          " has changed: no database of the first release could be upgraded");
        const auto vault = app::open_vault(configuration);
        const auto options = app::database_options(configuration, vault, app::Holds::Beside);
        CHECK(db::migrate(options, files).applied == static_cast<int>(old.size()));
        if (engine == db::Engine::Sqlite) {
            db::SqliteConnection owner{{.file = db::sqlite_file_of(options.url),
                                        .role = db::SqliteConnection::Role::Migration,
                                        .kinds = nullptr}};
            owner.script("BEGIN;" + rows + "COMMIT");
        } else {
            db::PostgresConnection owner{db::postgres_parameters(options.url)};
            owner.script("BEGIN;" + rows + "COMMIT");
        }
    }
    std::size_t backups_before_migration() const
    {
        std::size_t found = 0;
        for (const auto& entry : fs::directory_iterator{configuration.backup.folder})
            if (entry.path().filename().string().ends_with("-migration")) ++found;
        return found;
    }

    db::Engine engine;
    std::string rows;
    test_support::TemporaryFolder folder;
    base::Configuration configuration;
};

/// What is registered once a process is registered anew.
void start_afresh()
{
    events::bus() = {};
    jobs::registry() = {};
    search::registry() = {};
}

struct Somebody {
    tenancy::Workspace workspace;
    test_world::Browser browser;
};

/// The first member of that side and role, signed in.
Somebody enter(app::Application& application, tenancy::Side side, const std::string& role)
{
    tenancy::Platform platform{application.database()};
    const auto workspace = platform.read(auth::every_workspace).front();
    tenancy::Context context{application.database(), workspace, tenancy::Actor::system()};
    const auto opened = context.write([&](tenancy::WorkspaceTransaction& tx) {
        const auto members = auth::member_details(tx, side);
        const auto found = std::ranges::find_if(
            members, [&](const auth::MemberDetail& member) { return member.role == role; });
        REQUIRE(found != members.end());
        return auth::open_session(tx, {.person = found->person, .side = side});
    });
    Somebody made{.workspace = workspace, .browser = test_world::Browser{application.site()}};
    made.browser.set_cookie(guard::session_cookie_name(side), opened.token);
    return made;
}

} // namespace

TEST_CASE_ENGINES("a database of the first release is upgraded after a backup, and its pages open")
{
    const Machine machine{engine}; // PLT-123
    app::migrate(machine.configuration);
    CHECK(machine.backups_before_migration() == 1);
    app::migrate(machine.configuration);
    CHECK(machine.backups_before_migration() == 1); // nothing was left to do

    start_afresh();
    app::Application application{machine.configuration, app::Holds::Beside};
    auto admin = enter(application, tenancy::Side::staff, "admin");
    const auto desk = "/e/" + admin.workspace.slug;
    const auto list = admin.browser.get(desk + "/tickets?vue=tous");
    CHECK(list.status == 200);
    const auto at = list.body.find("T-20");
    REQUIRE(at != std::string::npos);
    const auto number = list.body.substr(at, std::string_view{"T-2026-00001"}.size());
    for (const auto& page :
         {desk + "/journee", desk + "/tickets/" + number, desk + "/tickets/tableau",
          desk + "/clients", desk + "/projets", desk + "/reglages", desk + "/reglages/equipe",
          desk + "/reglages/journal", desk + "/reglages/export",
          desk + "/reglages/donnees-personnelles"})
        CHECK_MESSAGE(admin.browser.get(page).status == 200, page);
    auto client = enter(application, tenancy::Side::portal, "client");
    const auto portal = "/p/" + client.workspace.slug;
    for (const auto& page :
         {portal + "/accueil", portal + "/demandes", portal + "/confidentialite"})
        CHECK_MESSAGE(client.browser.get(page).status == 200, page);
    CHECK(app::verify(application).exit_code == 0);
}
