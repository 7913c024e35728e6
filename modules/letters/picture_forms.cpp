#include "modules/letters/picture_forms.hpp"

#include "kernel/i18n/format.hpp"

#include <algorithm>
#include <array>

namespace letters
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::array<std::string_view, 3> types{"image/png", "image/jpeg", "image/webp"};

void refuse(TypedBlock& block, forms::FieldError error)
{
    block.errors.insert_or_assign("picture", std::move(error));
}

bool is_fit(guard::Call& call, TypedBlock& block, const files::Offered& offered)
{
    if (offered.bytes > picture_bytes_max) {
        refuse(block, {"files.refusal.size", {{"value", i18n::file_size(picture_bytes_max)}}});
        return false;
    }
    const auto judged = files::take_in(call.context(), {offered}, 1);
    if (judged.taken.empty()) {
        const auto& why = judged.refused.front();
        refuse(block, {why.reason, {{"value", why.value}}});
        return false;
    }
    if (std::ranges::find(types, judged.taken.front().content.type) != types.end()) return true;
    refuse(block, {"letters.error.picture_type", {}});
    return false;
}

void hold(guard::Call& call, TypedBlock& block)
{
    const auto offered = files::offered_in(call.request(), block_field(block.key, "picture"));
    if (offered.empty() || !is_fit(call, block, offered.front())) return;
    const auto held = files::hold(call.context(), {offered.front()}, 1);
    if (held.taken.empty()) {
        const auto& why = held.refused.front();
        return refuse(block, {why.reason, {{"value", why.value}}});
    }
    block.upload = held.taken.front().upload.text();
    block.upload_name = held.taken.front().name;
}

} // namespace

void hold_pictures(guard::Call& call, const files::Owner& owner, TypedBlocks& typed)
{
    const auto kept = kept_pictures(call, owner);
    for (auto& one : typed.blocks) {
        if (one.block.kind != BlockKind::picture) continue;
        if (!kept.contains(one.block.file)) one.block.file = 0;
        hold(call, one);
    }
}

void require_pictures(TypedBlocks& typed)
{
    for (auto& one : typed.blocks)
        if (one.block.kind == BlockKind::picture && one.block.file == 0 && one.upload.empty())
            one.errors.emplace("picture", forms::FieldError{"letters.error.picture", {}});
}

KeptPictures kept_pictures(const guard::Call& call, const files::Owner& owner)
{
    KeptPictures kept;
    const auto all = call.context().read(
        [&](WorkspaceTransaction& tx) { return files::files_of(tx, owner.kind, owner.id); });
    for (const auto& file : all)
        kept.emplace(file.id.value, file);
    return kept;
}

} // namespace letters
