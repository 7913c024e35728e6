#include "kernel/files/sweep.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/upload_store.hpp"
#include "kernel/log/log.hpp"

#include <chrono>
#include <filesystem>

namespace files
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr auto left_alone_for = 24h;
constexpr auto strays_kept_for = 48h; // in the folder of files on their way, of no upload
constexpr auto night_at = 2h;         // UTC
constexpr std::int64_t night_seconds = 2 * 3600;

void forget_uploads(tenancy::Context& context, base::Instant before, Swept& swept)
{
    for (;;) {
        const auto forgotten = context.write([&](WorkspaceTransaction& tx) {
            const auto old = UploadStore{tx}.begun_before(before);
            for (const auto& upload : old)
                forget_upload(tx, upload.id);
            return static_cast<std::int64_t>(old.size());
        });
        if (forgotten == 0) return;
        swept.uploads += forgotten;
    }
}

void sweep_some(const tenancy::Context& context, const std::vector<KeptBlob>& blobs,
                base::Instant before, Swept& swept)
{
    const auto workspace = context.workspace().id;
    const auto named = context.read([&](WorkspaceTransaction& tx) {
        return FileStore{tx}.named(blobs.front().sha256, blobs.back().sha256);
    });
    for (const auto& blob : blobs) {
        const bool is_waste = blob.since < before && !named.contains(blob.sha256);
        if (is_waste && storage().remove_older({workspace, blob.sha256}, before)) {
            ++swept.removed;
            swept.removed_bytes += blob.bytes;
        } else {
            ++swept.kept;
        }
    }
}

/// Left by a process that died: copies on their way, pieces of no upload.
void sweep_strays()
{
    const auto before = std::filesystem::file_time_type::clock::now() - strays_kept_for;
    for (const auto& entry : std::filesystem::directory_iterator{incoming_folder()}) {
        std::error_code gone_meanwhile;
        if (entry.last_write_time(gone_meanwhile) < before && !gone_meanwhile)
            std::filesystem::remove(entry.path(), gone_meanwhile);
    }
}

/// Tonight, or the next night; spread, so that a thousand workspaces do not sweep at once.
base::Instant night_of(tenancy::WorkspaceId workspace, base::Instant now)
{
    const std::chrono::sys_time<std::chrono::microseconds> at{
        std::chrono::microseconds{now.micros}};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto spread = std::chrono::seconds{workspace.value % night_seconds};
    const auto night =
        base::Instant{
            std::chrono::duration_cast<std::chrono::microseconds>(day.time_since_epoch()).count()} +
        night_at + spread;
    return night > now ? night : night + 24h;
}

} // namespace

Swept sweep(tenancy::Context& context, base::Instant now)
{
    Swept swept;
    const auto before = now - left_alone_for;
    forget_uploads(context, before, swept);
    std::string after;
    for (;;) {
        const auto blobs = storage().list(context.workspace().id, after);
        if (blobs.empty()) return swept;
        sweep_some(context, blobs, before, swept);
        after = blobs.back().sha256;
    }
}

void run_sweep(tenancy::Context& context, const jobs::Job& /*job*/)
{
    const auto swept = sweep(context, base::real_now());
    sweep_strays();
    logs::info("files.swept", {{"workspace", context.workspace().id.value},
                               {"kept", swept.kept},
                               {"removed", swept.removed},
                               {"removed_bytes", swept.removed_bytes},
                               {"uploads", swept.uploads}});
}

void plan_sweeps(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        context.write([&](WorkspaceTransaction& tx) {
            jobs::enqueue(tx, {.kind = sweep_job,
                               .payload = {},
                               .run_at = night_of(workspace.id, now),
                               .dedupe = "night"});
        });
    }
}

} // namespace files
