#include "kernel/files/intake.hpp"

#include "kernel/files/file_bytes.hpp"
#include "kernel/files/file_name.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/media_jobs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"

namespace files
{
namespace
{

/// What may still come, counted down file by file.
struct Room {
    Limits limits;
    std::int64_t bytes_left = 0;
    std::size_t files_left = 0;
};

Room room_of(const tenancy::Context& context, std::size_t count_max)
{
    const auto now = context.read([](tenancy::WorkspaceTransaction& tx) { return usage(tx); });
    Room room;
    room.limits.image_bytes = now.image_bytes_max;
    room.bytes_left = now.quota_bytes - now.used_bytes;
    room.limits.count = count_max;
    room.files_left = count_max;
    return room;
}

std::int64_t bytes_max(const Limits& limits, Kind kind)
{
    switch (kind) {
    case Kind::image:
        return limits.image_bytes;
    case Kind::video:
        return limits.video_bytes;
    case Kind::document:
        break;
    }
    return limits.document_bytes;
}

[[noreturn]] void refuse(const char* reason, std::string value)
{
    throw base::Refusal{reason, {{"value", std::move(value)}}};
}

Taken take(const Offered& offered, Room& room)
{
    if (room.files_left == 0) refuse("files.refusal.count", std::to_string(room.limits.count));
    if (offered.bytes > room.limits.video_bytes)
        refuse("files.refusal.size", i18n::file_size(room.limits.video_bytes));
    auto content = content_of(offered.content);
    const auto limit = bytes_max(room.limits, content.kind);
    if (offered.bytes > limit) refuse("files.refusal.size", i18n::file_size(limit));
    if (offered.bytes > room.bytes_left) refuse("files.refusal.quota", {});

    auto name = clean_name(offered.name, content);
    Taken taken{.name = std::move(name),
                .content = std::move(content),
                .path = offered.content,
                .bytes = offered.bytes,
                .sha256 = sha256_of(offered.content),
                .upload = offered.upload};
    room.bytes_left -= taken.bytes;
    --room.files_left;
    return taken;
}

std::string value_of(const base::Refusal& refusal)
{
    return refusal.params.empty() ? std::string{} : refusal.params.front().second;
}

File file_of(tenancy::WorkspaceTransaction& tx, const Owner& owner)
{
    return {.id = tx.make_id<FileId>(),
            .owner_kind = owner.kind,
            .owner_id = owner.id,
            .part_id = owner.part,
            .uploaded_by = tx.actor().membership,
            .uploaded_at = base::now()};
}

FileId attach_one(tenancy::WorkspaceTransaction& tx, const Owner& owner, const Taken& taken)
{
    auto file = file_of(tx, owner);
    file.name = taken.name;
    file.type = taken.content.type;
    file.kind = taken.content.kind;
    file.bytes = taken.bytes;
    file.sha256 = taken.sha256;
    const bool is_judged_later = file.kind != Kind::document || !scan_command().empty();
    file.state = is_judged_later ? State::waiting : State::ready;
    FileStore{tx}.insert(file);
    if (file.state == State::waiting)
        jobs::enqueue(tx, {.kind = judge_media_job, .payload = file.id.text(), .dedupe = {}});
    return file.id;
}

} // namespace

std::string sentence(const Turned& refused)
{
    return i18n::t(
        "files.refused",
        {{"name", refused.name}, {"reason", i18n::t(refused.reason, {{"value", refused.value}})}});
}

std::vector<Offered> offered_in(const http::Request& request, std::string_view field)
{
    std::vector<Offered> offered;
    for (const auto& file : request.files)
        if (file.field == field)
            offered.push_back({.name = file.file_name,
                               .content = *file.content,
                               .bytes = static_cast<std::int64_t>(file.bytes)});
    return offered;
}

Intake take_in(const tenancy::Context& context, const std::vector<Offered>& offered,
               std::size_t count_max)
{
    Intake intake;
    if (offered.empty()) return intake;
    auto room = room_of(context, count_max);
    for (const auto& one : offered) {
        try {
            intake.taken.push_back(take(one, room));
        } catch (const base::Refusal& refusal) {
            intake.refused.push_back(
                {.name = clean_name(one.name), .reason = refusal.code, .value = value_of(refusal)});
        }
    }
    return intake;
}

Intake hold(tenancy::Context& context, const std::vector<Offered>& offered, std::size_t count_max)
{
    auto judged = take_in(context, offered, count_max);
    // What is held is not what the form does: the guard's key stays for its action.
    tenancy::Context aside{context.database(), context.workspace(), context.actor(),
                           context.origin()};
    Intake held{.taken = {}, .refused = std::move(judged.refused)};
    for (auto& file : judged.taken) {
        try {
            if (!file.upload)
                file.upload = add_whole_upload(aside, file.name, file.path, file.bytes);
            held.taken.push_back(std::move(file));
        } catch (const base::Refusal& refusal) {
            held.refused.push_back(
                {.name = file.name, .reason = refusal.code, .value = value_of(refusal)});
        } catch (const std::system_error& cause) {
            logs::error("files.not_held", {{"cause", cause.what()}});
            held.refused.push_back(
                {.name = file.name, .reason = "files.refusal.again", .value = {}});
        }
    }
    return held;
}

void keep(tenancy::WorkspaceId workspace, const Intake& intake)
{
    for (const auto& taken : intake.taken)
        storage().put({workspace, taken.sha256}, taken.path);
}

std::vector<FileId> attach(tenancy::WorkspaceTransaction& tx, const Owner& owner,
                           const Intake& intake)
{
    FileStore store{tx};
    std::int64_t bytes = 0;
    std::vector<FileId> attached;
    for (const auto& taken : intake.taken) {
        bytes += taken.bytes;
        attached.push_back(attach_one(tx, owner, taken));
        if (taken.upload) forget_upload(tx, taken.upload);
    }
    for (const auto& refused : intake.refused) {
        auto file = file_of(tx, owner);
        file.name = refused.name;
        file.state = State::refused;
        file.refusal = refused.reason;
        file.refused_value = refused.value;
        store.insert(file);
    }
    if (bytes > 0) store.take_room(bytes);
    return attached;
}

} // namespace files
