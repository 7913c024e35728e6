#pragma once

#include "kernel/auth/workspaces.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/backup/backup.hpp"
#include "tests/support/database.hpp"
#include "tests/support/postgres_template.hpp"

#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

/// What the tests of backups and rehearsals share.
namespace backup::test_kit
{

namespace fs = std::filesystem;

inline void write(const fs::path& path, std::string_view bytes)
{
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << bytes;
}

inline std::string bytes_of(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

/// An installation with every migration, a job in its database and three files.
struct World {
    explicit World(db::Engine engine_)
        : engine(engine_), fresh(test_support::fresh_database(engine_)),
          key(secrets::Key::random()), vault({key})
    {
        configuration.data = folder.path() / "data";
        configuration.backup.folder = folder.path() / "backups";
        configuration.backup.alert_email = "exploitation@vigie.example";
        fs::create_directories(configuration.data);
        write(files() / "ab" / "first", "premier fichier");
        write(files() / "cd" / "second", std::string(300'000, 'x'));
        write(files() / "cd" / "empty", "");
        add_row("first");
    }
    fs::path files() const { return configuration.data / "files"; }
    Installation installation() const { return {configuration, vault, fresh->options()}; }
    void add_row(const std::string& kind)
    {
        tenancy::Platform{fresh->database()}.write([&](tenancy::PlatformTransaction& tx) {
            jobs::enqueue(tx, {.kind = kind, .payload = "{}"});
        });
    }
    tenancy::Workspace add_workspace(const std::string& slug)
    {
        tenancy::Workspace workspace{.id = fresh->database().ids().make<tenancy::WorkspaceId>(),
                                     .slug = slug,
                                     .name = slug,
                                     .preset = "support-technique"};
        tenancy::Context context{fresh->database(), workspace, tenancy::Actor::system()};
        context.write([](tenancy::WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        return workspace;
    }
    Made make() const { return make_backup(installation(), Reason::requested); }

    /// Into a folder of its own; of PostgreSQL also into a database of its own.
    struct Place {
        fs::path to;
        db::DatabaseOptions database;
    };
    Place place(const std::string& name)
    {
        Place made{.to = folder.path() / name, .database = {.url = "sqlite:"}};
        if (engine == db::Engine::Postgres) {
            made.database = test_support::empty_postgres_database();
            made.database.role_secret = fresh->options().role_secret;
        }
        return made;
    }
    Restored restore_to(const Place& place, const secrets::Key& with) const
    {
        return backup::restore({.shelf = configuration.backup.folder,
                                .name = {},
                                .to = place.to,
                                .database = place.database},
                               with);
    }
    void drop(const Place& place) const
    {
        if (engine == db::Engine::Postgres) test_support::drop_database(place.database.url);
    }

    db::Engine engine;
    test_support::TemporaryFolder folder;
    std::unique_ptr<test_support::FreshDatabase> fresh;
    secrets::Key key;
    secrets::Vault vault;
    base::Configuration configuration;
};

inline std::vector<fs::path> sealed_files(const fs::path& folder)
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.path().extension() == ".sealed") found.push_back(entry.path());
    return found;
}

} // namespace backup::test_kit
