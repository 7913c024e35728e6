#include "modules/letters/letter_pictures.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/file_copy.hpp"
#include "modules/letters/letter_store.hpp"
#include "modules/letters/model_store.hpp"

#include <algorithm>
#include <set>

namespace letters
{

using base::refuse_unless;
using files::FileId;
using tenancy::WorkspaceTransaction;

namespace
{

std::size_t kept_count(WorkspaceTransaction& tx, const files::Owner& owner)
{
    return files::files_of(tx, owner.kind, owner.id).size();
}

void refuse_beyond(std::size_t count)
{
    refuse_unless(count <= pictures_max, "letters.refusal.pictures",
                  {{"max", std::to_string(pictures_max)}});
}

std::vector<files::Offered> offered_as(const tenancy::Context& context, const std::string& upload)
{
    std::vector<files::Offered> offered;
    for (const auto& [one, content] : files::finished_uploads(context, {upload}))
        offered.push_back(
            {.name = one.name, .content = content, .bytes = one.bytes, .upload = one.id});
    return offered;
}

bool is_picture(const Block& block)
{
    return block.kind == BlockKind::picture;
}

} // namespace

files::Owner pictures_of(LetterId letter)
{
    return {.kind = letter_pictures, .id = letter.value};
}

files::Owner pictures_of(ModelId model)
{
    return {.kind = model_pictures, .id = model.value};
}

Brought brought_pictures(tenancy::Context& context, TypedBlocks& typed)
{
    Brought brought;
    for (auto& one : typed.blocks) {
        if (!is_picture(one.block) || one.upload.empty() || brought.contains(one.upload)) continue;
        auto intake = files::take_in(context, offered_as(context, one.upload), 1);
        if (intake.taken.empty()) {
            one.upload.clear();
            one.errors.emplace("picture", forms::FieldError{"letters.error.picture", {}});
            continue;
        }
        files::keep(context.workspace().id, intake);
        brought.emplace(one.upload, std::move(intake));
    }
    return brought;
}

Content with_pictures(WorkspaceTransaction& tx, const files::Owner& owner, const TypedBlocks& typed,
                      Content content, const Brought& brought)
{
    if (brought.empty()) return content;
    refuse_beyond(kept_count(tx, owner) + brought.size());
    std::map<std::string, FileId> kept;
    for (const auto& [upload, intake] : brought)
        kept.emplace(upload, files::attach(tx, owner, intake).front());
    for (std::size_t i = 0; i < content.blocks.size(); ++i) {
        const auto found = kept.find(typed.blocks.at(i).upload);
        if (found != kept.end()) content.blocks[i].file = found->second.value;
    }
    return content;
}

Content copied_pictures(WorkspaceTransaction& tx, Content content, const files::Owner& owner)
{
    std::map<std::int64_t, std::int64_t> copies;
    for (auto& block : content.blocks) {
        if (!is_picture(block) || block.file == 0) continue;
        const auto [copy, is_new] = copies.emplace(block.file, 0);
        const auto file = is_new ? files::find(tx, FileId{block.file}) : std::nullopt;
        if (file) copy->second = files::copy_for(tx, *file, owner).value;
        block.file = copy->second;
    }
    return content;
}

void refuse_unless_drawn(WorkspaceTransaction& tx, const Content& content)
{
    for (const auto& block : content.blocks) {
        if (!is_picture(block)) continue;
        const auto file = files::find(tx, FileId{block.file});
        refuse_unless(file && file->state != files::State::refused,
                      "letters.refusal.picture_refused");
        refuse_unless(file->state == files::State::ready, "letters.refusal.picture_waits");
    }
}

void remove_unused(WorkspaceTransaction& tx, const files::Owner& owner, const Content& content)
{
    std::set<std::int64_t> used;
    for (const auto& block : content.blocks)
        if (is_picture(block)) used.insert(block.file);
    for (const auto& file : files::files_of(tx, owner.kind, owner.id))
        if (!used.contains(file.id.value)) files::remove(tx, file);
}

void guard_letter_picture(WorkspaceTransaction& tx, const files::File& file)
{
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !LetterStore{tx}.find(LetterId{file.owner_id}))
        throw base::NotFound{};
    if (!actor.may("letters.read")) throw base::Forbidden{"letters.read"};
}

void guard_model_picture(WorkspaceTransaction& tx, const files::File& file)
{
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !ModelStore{tx}.find(ModelId{file.owner_id}))
        throw base::NotFound{};
    if (!actor.may("letters.models")) throw base::Forbidden{"letters.models"};
}

void on_picture_judged(WorkspaceTransaction& tx, const files::FileJudged& fact)
{
    if (fact.owner_kind == model_pictures) events::touch(tx, "letter_models");
    if (fact.owner_kind != letter_pictures) return;
    if (const auto file = files::find(tx, fact.file))
        events::touch(tx, "letter:" + std::to_string(file->owner_id));
}

} // namespace letters
