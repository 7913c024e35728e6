#include "kernel/base/sha256.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/snapshot.hpp"
#include "kernel/db/url.hpp"
#include "modules/backup/file_copies_store.hpp"
#include "modules/backup/shelf_store.hpp"

#include <boost/json/serialize.hpp>

#include <fstream>

namespace backup
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t random_name_bytes = 8;

/// The plain copy that SQLite makes before it is sealed. Left by a process that died, it goes with
/// the next one.
class PlainCopy
{
  public:
    explicit PlainCopy(const fs::path& data)
    {
        const auto folder = data / "temporary" / "backup";
        fs::remove_all(folder);
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
        path_ = folder / (base::hex(base::random_bytes(random_name_bytes)) + ".sqlite");
    }
    ~PlainCopy()
    {
        std::error_code ignored;
        fs::remove_all(path_.parent_path(), ignored);
    }
    PlainCopy(const PlainCopy&) = delete;
    PlainCopy& operator=(const PlainCopy&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

/// One backup being written.
struct Work {
    const Installation& installation;
    const secrets::Key key;
    const fs::path folder;
    const std::string name;
    Manifest manifest;
};

Part add_part(const Work& work, const std::string& part,
              const std::function<void(const secrets::ByteSink&)>& give)
{
    const auto file = part_of(work.folder, work.name, part);
    secrets::SealedFileWriter writer{file.path, work.key, file.about};
    give([&](std::string_view bytes) { writer.write(bytes); });
    const auto written = writer.finish();
    return {.name = part, .bytes = written.bytes, .sha256 = written.sha256};
}

void add_sqlite(Work& work)
{
    const auto& options = work.installation.database;
    const PlainCopy copy{work.installation.configuration.data};
    db::copy_sqlite(db::sqlite_file_of(options.url), copy.path());
    const auto snapshot = db::open_snapshot({.url = "sqlite:" + copy.path().string()});
    work.manifest.schema = snapshot->migrations();
    for (const auto& table : snapshot->tables())
        work.manifest.tables.push_back(snapshot->read(table, {}));
    work.manifest.parts.push_back(add_part(
        work, "database", [&](const secrets::ByteSink& sink) { read_file(copy.path(), sink); }));
}

void add_postgres(Work& work)
{
    const auto snapshot = db::open_snapshot(work.installation.database);
    work.manifest.schema = snapshot->migrations();
    for (const auto& table : snapshot->tables())
        work.manifest.parts.push_back(
            add_part(work, "table." + table, [&](const secrets::ByteSink& sink) {
                work.manifest.tables.push_back(snapshot->read(table, sink));
            }));
}

/// For people and for tools that have no key; nothing restores from it.
void write_summary(const Work& work, const Made& made)
{
    std::ofstream{work.folder / "summary.json"}
        << boost::json::serialize(boost::json::object{{"taken_at", base::iso(made.taken_at)},
                                                      {"program", work.manifest.program},
                                                      {"rows", made.rows},
                                                      {"files", made.files},
                                                      {"bytes", made.bytes},
                                                      {"took_ms", made.took.count()}})
        << "\n";
}

} // namespace

Made make_backup(const Installation& installation, Reason reason)
{
    const auto started = std::chrono::steady_clock::now();
    const Shelf shelf{installation.configuration.backup.folder};
    const auto lock = shelf.lock();
    const auto draft = shelf.draft();
    Made made{.reason = reason, .taken_at = base::real_now()};
    made.name = backup_name(made.taken_at, reason);
    Work work{.installation = installation,
              .key = sealing_key(installation.vault),
              .folder = draft->path(),
              .name = made.name,
              .manifest = {}};
    work.manifest.taken_at = made.taken_at;
    work.manifest.engine = db::engine_of(installation.database.url);
    // The database first: files are never changed, so that those it names are still there.
    work.manifest.engine == db::Engine::Sqlite ? add_sqlite(work) : add_postgres(work);
    made.files_added = copy_files({.from = installation.configuration.data / "files",
                                   .shelf = shelf,
                                   .vault = installation.vault},
                                  work.manifest.files);
    made.rows = work.manifest.rows();
    made.files = static_cast<std::int64_t>(work.manifest.files.size());
    made.bytes = work.manifest.bytes();
    add_part(work, "manifest",
             [&](const secrets::ByteSink& sink) { sink(json_of(work.manifest)); });
    made.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - started);
    write_summary(work, made);
    draft->keep_as(shelf.folder_of(made.name));
    made.forgotten =
        due_to_go(shelf.backups(), made.taken_at, installation.configuration.backup.kept_for);
    shelf.forget(made.forgotten, work.key);
    return made;
}

} // namespace backup
