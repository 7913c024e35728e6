#include "kernel/audit/verify.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/sha256.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/backup/file_copies_store.hpp"
#include "modules/backup/restore_actions.hpp"

namespace backup
{
namespace
{

namespace fs = std::filesystem;
using std::chrono::duration_cast;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t random_name_bytes = 8;

/// Where a rehearsal happens: beside the data, touching nothing of it; gone with this object.
class Stage
{
  public:
    explicit Stage(const Installation& installation)
        : options_(installation.database),
          name_("etabli_drill_" + base::hex(base::random_bytes(random_name_bytes)))
    {
        folder_ = installation.configuration.data / "temporary" / name_;
        fs::create_directories(folder_);
        fs::permissions(folder_, fs::perms::owner_all);
        if (options_.url.starts_with("sqlite:")) {
            database_ = options_;
            database_.url = "sqlite:" + (folder_ / "etabli.sqlite").string();
        } else {
            database_ = db::make_postgres_beside(options_, name_);
        }
    }
    ~Stage()
    {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        if (database_.url.starts_with("sqlite:")) return;
        try {
            db::drop_postgres_beside(options_, name_);
        } catch (const std::exception&) {
            // The server is gone: what is left has a name that says what it was.
            return;
        }
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const fs::path& folder() const { return folder_; }
    const db::DatabaseOptions& database() const { return database_; }

  private:
    db::DatabaseOptions options_;
    std::string name_;
    fs::path folder_;
    db::DatabaseOptions database_;
};

std::string difference(const char* what, const std::string& name)
{
    return i18n::t(std::string{"backup.drill."} + what, {{"name", name}});
}

/// Reads what came back as the backup was read; the first thing that differs, or nothing.
std::string compare(const Stage& stage, const Manifest& manifest)
{
    const auto snapshot = db::open_snapshot(stage.database());
    if (snapshot->migrations() != manifest.schema) return difference("other_table", "schema");
    if (snapshot->tables().size() != manifest.tables.size())
        return difference("other_table", "schema");
    for (const auto& table : manifest.tables)
        if (snapshot->read(table.name, {}) != table) return difference("other_table", table.name);
    if (manifest.engine == db::Engine::Sqlite &&
        db::check_sqlite(stage.folder() / "etabli.sqlite") != "ok")
        return difference("other_table", "integrity_check");
    for (const auto& copy : manifest.files) {
        base::Sha256 digest;
        read_file(stage.folder() / "files" / copy.path,
                  [&](std::string_view bytes) { digest.add(bytes); });
        if (digest.hex_digest() != copy.sha256) return difference("other_file", copy.path);
    }
    return {};
}

/// Every hash and signature of the chain that the copy holds. Not against the heads kept outside:
/// they have gone on since the backup.
bool is_intact(const audit::Chain& chain, const secrets::SigningKey& key, const Stage& stage)
{
    return audit::verify(chain, key, audit::HeadFile{stage.folder() / "seals"}).is_intact();
}

/// Opens the copy as a server would, and verifies the seals of its audit: the platform's and those
/// of every workspace.
std::string start_check(const Stage& stage, const secrets::SigningKey& key)
{
    auto options = stage.database();
    options.exclusive = false;
    const auto database = db::Database::open(options);
    if (!is_intact(audit::Chain::of_platform(*database), key, stage))
        return i18n::t("backup.drill.broken_platform_audit");
    for (const auto& workspace : tenancy::Platform{*database}.read(auth::every_workspace))
        if (!is_intact(audit::Chain::of_workspace(*database, workspace), key, stage))
            return difference("broken_audit", workspace.slug);
    return {};
}

} // namespace

Rehearsal rehearse(const Installation& installation)
{
    const Shelf shelf{installation.configuration.backup.folder};
    if (shelf.backups().empty()) make_backup(installation, Reason::requested);
    const auto key = sealing_key(installation.vault);

    Rehearsal rehearsal;
    const auto newest = shelf.backups().front();
    rehearsal.name = newest.name;
    rehearsal.lost = duration_cast<std::chrono::seconds>(base::real_now() - newest.taken_at);
    const auto started = Clock::now();
    const auto backup = check_backup(shelf, newest.name, key);
    const Stage stage{installation};
    place(shelf, backup, key, {.to = stage.folder(), .database = stage.database()});
    rehearsal.back = duration_cast<milliseconds>(Clock::now() - started);
    rehearsal.problem = compare(stage, backup.manifest);
    const auto opening = Clock::now();
    if (rehearsal.problem.empty())
        rehearsal.problem = start_check(stage, audit::head_key(installation.vault));
    rehearsal.back += duration_cast<milliseconds>(Clock::now() - opening);
    rehearsal.tables = static_cast<std::int64_t>(backup.manifest.tables.size());
    rehearsal.rows = backup.manifest.rows();
    rehearsal.files = static_cast<std::int64_t>(backup.manifest.files.size());
    rehearsal.bytes = backup.manifest.bytes();
    return rehearsal;
}

} // namespace backup
