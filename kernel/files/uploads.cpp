#include "kernel/files/uploads.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/upload_store.hpp"
#include "kernel/i18n/format.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>

namespace files
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr auto kept_for = 24h;

std::filesystem::path path_of(tenancy::WorkspaceId workspace, UploadId id)
{
    return incoming_folder() / ("w" + workspace.text() + "-" + id.text());
}

void remove_bytes(tenancy::WorkspaceId workspace, UploadId id)
{
    std::error_code ignored;
    std::filesystem::remove(path_of(workspace, id), ignored);
}

void write_at(const std::filesystem::path& path, std::int64_t offset, std::string_view bytes)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw std::system_error{errno, std::generic_category(), "open upload"};
    while (!bytes.empty()) {
        const auto written = ::pwrite(file, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            const int error = errno;
            ::close(file);
            throw std::system_error{error, std::generic_category(), "write upload"};
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += written;
    }
    ::close(file);
}

/// Those that still count; the others go.
std::size_t drop_old(WorkspaceTransaction& tx)
{
    std::size_t live = 0;
    for (const auto& upload : UploadStore{tx}.of_member(tx.actor().membership)) {
        if (base::real_now() - upload.started_at < kept_for)
            ++live;
        else
            forget_upload(tx, upload.id);
    }
    return live;
}

Upload own(const tenancy::Context& context, std::optional<Upload> found)
{
    if (!found || found->uploader_id != context.actor().membership) throw base::NotFound{};
    return *std::move(found);
}

[[noreturn]] void refuse_size()
{
    throw base::Refusal{"files.refusal.size", {{"value", i18n::file_size(upload_bytes_max)}}};
}

[[noreturn]] void refuse_offset()
{
    throw base::Refusal{"files.refusal.offset", {}, base::Refusal::Kind::Conflict};
}

} // namespace

Upload start_upload(tenancy::Context& context, const std::string& name, std::int64_t bytes)
{
    if (bytes <= 0 || bytes > upload_bytes_max) refuse_size();
    const auto upload = context.write([&](WorkspaceTransaction& tx) {
        base::refuse_unless(drop_old(tx) < uploads_max, "files.refusal.uploads");
        Upload started{.id = tx.make_id<UploadId>(),
                       .uploader_id = tx.actor().membership,
                       .name = name,
                       .bytes = bytes,
                       .received = 0,
                       .started_at = base::real_now()};
        UploadStore{tx}.insert(started);
        return started;
    });
    write_at(path_of(context.workspace().id, upload.id), 0, {});
    return upload;
}

UploadId add_whole_upload(tenancy::Context& context, const std::string& name,
                          const std::filesystem::path& content, std::int64_t bytes)
{
    const auto id = start_upload(context, name, bytes).id;
    std::filesystem::copy_file(content, path_of(context.workspace().id, id),
                               std::filesystem::copy_options::overwrite_existing);
    context.write([&](WorkspaceTransaction& tx) { UploadStore{tx}.advance(id, 0, bytes); });
    return id;
}

Upload upload_of(const tenancy::Context& context, UploadId id)
{
    return own(context,
               context.read([&](WorkspaceTransaction& tx) { return UploadStore{tx}.find(id); }));
}

std::int64_t add_piece(tenancy::Context& context, UploadId id, std::int64_t offset,
                       std::string_view piece)
{
    const auto upload = upload_of(context, id);
    if (offset != upload.received) refuse_offset();
    const auto received = offset + static_cast<std::int64_t>(piece.size());
    if (received > upload.bytes) refuse_size();
    write_at(path_of(context.workspace().id, id), offset, piece);
    const bool is_first = context.write(
        [&](WorkspaceTransaction& tx) { return UploadStore{tx}.advance(id, offset, received); });
    if (!is_first) refuse_offset();
    return received;
}

void abandon_upload(tenancy::Context& context, UploadId id)
{
    upload_of(context, id);
    context.write([&](WorkspaceTransaction& tx) { forget_upload(tx, id); });
}

std::vector<Finished> finished_uploads(const tenancy::Context& context,
                                       const std::vector<std::string_view>& ids)
{
    std::vector<Finished> finished;
    for (const auto text : ids) {
        const auto id = UploadId::parse(text);
        if (!id || finished.size() == uploads_max) continue;
        const auto found =
            context.read([&](WorkspaceTransaction& tx) { return UploadStore{tx}.find(*id); });
        const bool is_own = found && found->uploader_id == context.actor().membership;
        if (is_own && found->received == found->bytes)
            finished.push_back({*found, path_of(context.workspace().id, *id)});
    }
    return finished;
}

void forget_upload(WorkspaceTransaction& tx, UploadId id)
{
    UploadStore{tx}.remove(id);
    tx.after_commit([workspace = tx.workspace().id, id] { remove_bytes(workspace, id); });
}

} // namespace files
