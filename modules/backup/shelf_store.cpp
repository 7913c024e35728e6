#include "modules/backup/shelf_store.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <stdexcept>

namespace backup
{
namespace
{

namespace fs = std::filesystem;

constexpr std::string_view partial_prefix = ".partial-";
constexpr std::size_t random_name_bytes = 8;
constexpr std::size_t stamp_letters = 19; // 20261121T060102345Z

/// Nothing for what is no backup's name.
std::optional<base::Instant> moment_of(const std::string& name)
{
    if (name.size() <= stamp_letters + 1 || name[stamp_letters] != '-') return {};
    const auto iso = name.substr(0, 4) + "-" + name.substr(4, 2) + "-" + name.substr(6, 5) + ":" +
                     name.substr(11, 2) + ":" + name.substr(13, 2) + "." + name.substr(15, 4);
    return base::parse_iso(iso);
}

} // namespace

Shelf::Shelf(fs::path folder) : folder_(std::move(folder))
{
    if (fs::exists(folder_)) return;
    fs::create_directories(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
}

std::vector<Dated> Shelf::backups() const
{
    std::vector<Dated> found;
    for (const auto& entry : fs::directory_iterator{folder_}) {
        const auto name = entry.path().filename().string();
        if (const auto at = moment_of(name); at && entry.is_directory())
            found.push_back({.name = name, .taken_at = *at});
    }
    std::ranges::sort(found, std::ranges::greater{}, &Dated::taken_at);
    return found;
}

fs::path Shelf::object(const std::string& name) const
{
    return folder_ / "objects" / name.substr(0, 2) / (name + ".sealed");
}

Shelf::Lock::Lock(const fs::path& folder)
    : descriptor_(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const bool is_busy = errno == EWOULDBLOCK;
    if (descriptor_ >= 0) ::close(descriptor_);
    base::refuse_unless(!is_busy, "backup.refusal.busy");
    throw std::runtime_error("cannot lock " + folder.string());
}

Shelf::Lock::~Lock()
{
    ::close(descriptor_);
}

Shelf::Draft::Draft(fs::path folder) : path_(std::move(folder))
{
    fs::create_directories(path_);
    fs::permissions(path_, fs::perms::owner_all);
}

Shelf::Draft::~Draft()
{
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

void Shelf::Draft::keep_as(const fs::path& final_name)
{
    const int descriptor = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_durable = descriptor >= 0 && ::syncfs(descriptor) == 0;
    if (is_durable) fs::rename(path_, final_name);
    const bool is_kept = is_durable && ::syncfs(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    if (!is_kept) throw std::runtime_error("cannot make durable " + path_.string());
    path_.clear();
}

std::unique_ptr<Shelf::Draft> Shelf::draft() const
{
    for (const auto& entry : fs::directory_iterator{folder_})
        if (entry.path().filename().string().starts_with(partial_prefix))
            fs::remove_all(entry.path());
    return std::make_unique<Draft>(
        folder_ / (std::string{partial_prefix} + base::hex(base::random_bytes(random_name_bytes))));
}

void Shelf::forget(const std::vector<std::string>& names, const secrets::Key& key) const
{
    for (const auto& name : names)
        fs::remove_all(folder_of(name));
    if (names.empty() || !fs::exists(folder_ / "objects")) return;
    std::set<std::string> needed;
    for (const auto& each : backups())
        for (const auto& file : read_manifest(*this, each.name, key).files)
            needed.insert(file.object);
    std::vector<fs::path> going;
    for (const auto& entry : fs::recursive_directory_iterator{folder_ / "objects"})
        if (entry.is_regular_file() && !needed.contains(entry.path().stem().string()))
            going.push_back(entry.path());
    for (const auto& path : going)
        fs::remove(path);
}

std::string_view word_of(Reason reason)
{
    switch (reason) {
    case Reason::requested:
        return "requested";
    case Reason::migration:
        return "migration";
    case Reason::scheduled:
        break;
    }
    return "scheduled";
}

std::string_view reason_in(const std::string& name)
{
    for (const auto reason : {Reason::requested, Reason::migration})
        if (name.ends_with(word_of(reason))) return word_of(reason);
    return word_of(Reason::scheduled);
}

std::string backup_name(base::Instant taken_at, Reason reason)
{
    auto stamp = base::iso(taken_at);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':' || c == '.'; });
    return stamp.append("-").append(word_of(reason));
}

secrets::Key sealing_key(const secrets::Vault& vault)
{
    return vault.key_for("backup.seal");
}

secrets::SealedFile part_of(const fs::path& folder, const std::string& backup,
                            const std::string& part)
{
    return {.path = folder / (part + ".sealed"), .about = "backup/" + backup + "/" + part};
}

Manifest read_manifest(const Shelf& shelf, const std::string& name, const secrets::Key& key)
{
    std::string text;
    secrets::read_sealed_file(part_of(shelf.folder_of(name), name, "manifest"), key,
                              [&](std::string_view bytes) { text += bytes; });
    return manifest_of(text);
}

} // namespace backup
