#include "kernel/files/files.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <map>

namespace files
{
namespace
{

std::map<std::string, Guardian, std::less<>>& guardians()
{
    static std::map<std::string, Guardian, std::less<>> all;
    return all;
}

} // namespace

Usage usage(tenancy::WorkspaceTransaction& tx)
{
    return FileStore{tx}.usage();
}

int percent_of(const Usage& usage)
{
    constexpr std::int64_t whole = 100;
    if (usage.quota_bytes == 0) return whole;
    return static_cast<int>(std::min(whole, usage.used_bytes * whole / usage.quota_bytes));
}

void set_quota(tenancy::WorkspaceTransaction& tx, std::int64_t quota_bytes)
{
    auto limits = usage(tx);
    limits.quota_bytes = quota_bytes;
    FileStore{tx}.save_limits(limits);
}

void set_image_limit(tenancy::WorkspaceTransaction& tx, std::int64_t image_bytes_max)
{
    auto limits = usage(tx);
    limits.image_bytes_max = image_bytes_max;
    FileStore{tx}.save_limits(limits);
}

std::vector<File> files_of(tenancy::WorkspaceTransaction& tx, std::string_view owner_kind,
                           std::int64_t owner_id)
{
    return FileStore{tx}.of_owner(owner_kind, owner_id);
}

std::map<std::int64_t, std::vector<File>> files_of_each(tenancy::WorkspaceTransaction& tx,
                                                        std::string_view owner_kind,
                                                        const std::vector<std::int64_t>& owners)
{
    std::map<std::int64_t, std::vector<File>> by_owner;
    for (auto& file : FileStore{tx}.of_owners(owner_kind, owners))
        by_owner[file.owner_id].push_back(std::move(file));
    return by_owner;
}

std::optional<File> find(tenancy::WorkspaceTransaction& tx, FileId id)
{
    return FileStore{tx}.find(id);
}

void describe_file(tenancy::WorkspaceTransaction& tx, FileId id, const std::string& caption,
                   const std::string& alternative)
{
    FileStore{tx}.describe(id, caption, alternative);
}

void hand_over(tenancy::WorkspaceTransaction& tx, const Owner& from, const Owner& to)
{
    FileStore{tx}.hand_over(from, to);
}

void remove(tenancy::WorkspaceTransaction& tx, const File& file)
{
    FileStore store{tx};
    const auto copies = store.remove(file.id);
    store.note_room(-copies - (file.state == State::refused ? 0 : file.bytes));
}

std::string room_sentence(int percent)
{
    if (percent >= 100) return i18n::t("files.room.full");
    return i18n::t(percent >= almost_full_percent ? "files.room.almost_full"
                                                  : "files.room.nearly_full");
}

void guard_with(std::string_view owner_kind, Guardian guardian)
{
    guardians()[std::string{owner_kind}] = guardian;
}

File readable_file(tenancy::WorkspaceTransaction& tx, FileId id)
{
    auto file = FileStore{tx}.find(id);
    if (!file || file->state == State::refused) throw base::NotFound{};
    const auto guardian = guardians().find(file->owner_kind);
    if (guardian == guardians().end()) throw base::NotFound{};
    guardian->second(tx, *file);
    return *std::move(file);
}

} // namespace files
