#include "modules/backup/restore_actions.hpp"

#include "kernel/base/embedded.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/backup/file_copies_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

namespace backup
{
namespace
{

namespace fs = std::filesystem;

constexpr std::int64_t nanoseconds = 1'000'000'000;

[[noreturn]] void refuse(const char* why, const base::Params& params = {})
{
    throw std::runtime_error(i18n::t(std::string{"backup.restore."} + why, params));
}

void read_checked(const secrets::SealedFile& file, const secrets::Key& key, const Part& expected,
                  const secrets::ByteSink& sink)
{
    const auto found = secrets::read_sealed_file(file, key, sink);
    if (found.bytes != expected.bytes || found.sha256 != expected.sha256)
        throw secrets::SealBroken{secrets::SealBroken::Why::altered, file.path};
}

Part expected_of(const FileCopy& copy)
{
    return {.name = copy.path, .bytes = copy.bytes, .sha256 = copy.sha256};
}

/// A path of a manifest stays below the folder it is put in.
fs::path below(const fs::path& folder, const std::string& path)
{
    const auto inside = fs::path{path}.lexically_normal();
    if (inside.empty() || inside.is_absolute() || *inside.begin() == "..")
        refuse("bad_path", {{"path", path}});
    return folder / inside;
}

void write_out(const fs::path& path, const std::function<void(const secrets::ByteSink&)>& give)
{
    fs::create_directories(path.parent_path());
    std::ofstream out{path, std::ios::binary | std::ios::trunc};
    give([&](std::string_view bytes) {
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
    out.close();
    if (!out) refuse("unwritable", {{"path", path.string()}});
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
}

void place_files(const Shelf& shelf, const Manifest& manifest, const secrets::Key& key,
                 const fs::path& to)
{
    for (const auto& copy : manifest.files) {
        const auto path = below(to / "files", copy.path);
        write_out(path, [&](const secrets::ByteSink& sink) {
            read_checked(object_of(shelf, copy), key, expected_of(copy), sink);
        });
        const timespec when{.tv_sec = copy.modified_ns / nanoseconds,
                            .tv_nsec = copy.modified_ns % nanoseconds};
        const timespec times[] = {when, when};
        if (::utimensat(AT_FDCWD, path.c_str(), times, 0) != 0)
            refuse("unwritable", {{"path", path.string()}});
    }
}

std::string migration_of(const base::EmbeddedFile& file)
{
    auto name = fs::path{file.path}.stem();
    return name.extension() == ".postgres" ? name.stem().string() : name.string();
}

/// The migrations that the backup's database had, no later ones.
std::vector<base::EmbeddedFile> schema_of(const Manifest& manifest)
{
    std::vector<base::EmbeddedFile> known;
    std::set<std::string> names;
    for (const auto& file : base::embedded_migrations()) {
        if (!manifest.schema.contains(migration_of(file))) continue;
        known.push_back(file);
        names.insert(migration_of(file));
    }
    for (const auto& [name, checksum] : manifest.schema)
        if (!names.contains(name)) refuse("newer", {{"migration", name}});
    return known;
}

void place_postgres(const Shelf& shelf, const Checked& backup, const secrets::Key& key,
                    const db::DatabaseOptions& database)
{
    const auto schema = schema_of(backup.manifest);
    const auto folder = shelf.folder_of(backup.name);
    std::vector<db::TableToFill> tables;
    for (const auto& table : backup.manifest.tables) {
        const auto part =
            std::ranges::find(backup.manifest.parts, "table." + table.name, &Part::name);
        if (part == backup.manifest.parts.end()) refuse("incomplete", {{"part", table.name}});
        tables.push_back({.name = table.name,
                          .columns = table.columns,
                          .rows = [&, part](const db::ByteSink& sink) {
                              read_checked(part_of(folder, backup.name, part->name), key, *part,
                                           sink);
                          }});
    }
    if (!db::is_empty_postgres(database)) refuse("database_not_empty");
    try {
        db::migrate(database, schema);
        db::fill_postgres(database, tables);
    } catch (const std::exception&) {
        db::empty_postgres(database);
        throw;
    }
}

void place_sqlite(const Shelf& shelf, const Checked& backup, const secrets::Key& key,
                  const fs::path& to)
{
    schema_of(backup.manifest);
    const auto& parts = backup.manifest.parts;
    const auto part = std::ranges::find(parts, "database", &Part::name);
    if (part == parts.end()) refuse("incomplete", {{"part", "database"}});
    write_out(to / "etabli.sqlite", [&](const secrets::ByteSink& sink) {
        read_checked(part_of(shelf.folder_of(backup.name), backup.name, "database"), key, *part,
                     sink);
    });
}

/// Where the copy grows before it takes its name: removed when it does not.
class Growing
{
  public:
    explicit Growing(const fs::path& to)
        : path_(to.parent_path() / (".restore-" + base::hex(base::random_bytes(8))))
    {
        fs::create_directories(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~Growing()
    {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;
    const fs::path& path() const { return path_; }
    void become(const fs::path& to)
    {
        const int descriptor = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const bool is_durable = descriptor >= 0 && ::syncfs(descriptor) == 0;
        if (descriptor >= 0) ::close(descriptor);
        if (!is_durable) refuse("unwritable", {{"path", path_.string()}});
        fs::remove(to); // an empty folder, or nothing
        fs::rename(path_, to);
        path_.clear();
    }

  private:
    fs::path path_;
};

void write_key(const fs::path& file, const secrets::Key& key)
{
    write_out(file, [&](const secrets::ByteSink& sink) { sink(key.bytes()); });
    fs::permissions(file, fs::perms::owner_read);
}

} // namespace

Checked check_backup(const Shelf& shelf, const std::string& name, const secrets::Key& key)
{
    const auto backups = shelf.backups();
    if (backups.empty()) refuse("none");
    Checked checked{.name = name.empty() ? backups.front().name : name, .manifest = {}};
    if (std::ranges::find(backups, checked.name, &Dated::name) == backups.end())
        refuse("unknown", {{"name", checked.name}});
    checked.manifest = read_manifest(shelf, checked.name, key);
    const auto folder = shelf.folder_of(checked.name);
    for (const auto& part : checked.manifest.parts)
        read_checked(part_of(folder, checked.name, part.name), key, part, [](std::string_view) {});
    for (const auto& copy : checked.manifest.files)
        read_checked(object_of(shelf, copy), key, expected_of(copy), [](std::string_view) {});
    return checked;
}

void place(const Shelf& shelf, const Checked& backup, const secrets::Key& key,
           const Placement& placement)
{
    place_files(shelf, backup.manifest, key, placement.to);
    if (backup.manifest.engine == db::Engine::Sqlite)
        place_sqlite(shelf, backup, key, placement.to);
    else
        place_postgres(shelf, backup, key, placement.database);
}

Restored restore(const RestoreOrder& order, const secrets::Key& installation_key)
{
    const auto started = std::chrono::steady_clock::now();
    const auto to = fs::absolute(order.to).lexically_normal();
    if (fs::exists(to) && !(fs::is_directory(to) && fs::is_empty(to)))
        refuse("not_empty", {{"path", to.string()}});
    if (!fs::is_directory(order.shelf)) refuse("none");
    const Shelf shelf{order.shelf};
    const auto key = sealing_key(secrets::Vault{{installation_key}});
    const auto backup = check_backup(shelf, order.name, key);
    const bool is_postgres = backup.manifest.engine == db::Engine::Postgres;
    if (is_postgres == order.database.url.starts_with("sqlite:"))
        refuse(is_postgres ? "needs_postgres" : "needs_sqlite");
    Growing growing{to};
    place(shelf, backup, key, {.to = growing.path(), .database = order.database});
    write_key(growing.path() / "etabli.key", installation_key);
    growing.become(to);
    return {.name = backup.name,
            .taken_at = backup.manifest.taken_at,
            .rows = backup.manifest.rows(),
            .files = static_cast<std::int64_t>(backup.manifest.files.size()),
            .bytes = backup.manifest.bytes(),
            .took = std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now() - started)};
}

} // namespace backup
