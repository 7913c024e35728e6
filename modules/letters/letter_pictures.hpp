#pragma once

#include "kernel/files/intake.hpp"
#include "modules/letters/block_forms.hpp"
#include "modules/letters/letter.hpp"
#include "modules/letters/model.hpp"

#include <map>
#include <string>

/// Pictures a writer puts into a letter or a model. Each letter and each model has its own, so that
/// a model that changes or goes takes nothing out of a letter, and what left is drawn as it left.
namespace letters
{

inline constexpr const char* letter_pictures = "letter_picture"; ///< owner: a letter
inline constexpr const char* model_pictures = "letter_model_picture";
inline constexpr std::size_t pictures_max = 40; ///< of one letter or model, all versions together
inline constexpr std::int64_t picture_bytes_max = 8'000'000; ///< of one file, as it is sent

files::Owner pictures_of(LetterId letter);
files::Owner pictures_of(ModelId model);

/// What was chosen and is not kept yet, by the upload that holds it; its bytes are stored.
using Brought = std::map<std::string, files::Intake>;
/// Before the transaction; an upload that is gone or refused is a problem at its block.
Brought brought_pictures(tenancy::Context& context, TypedBlocks& typed);
/// Makes them files of `owner` and gives the content that shows them. Refuses
/// "letters.refusal.pictures" beyond pictures_max.
Content with_pictures(tenancy::WorkspaceTransaction& tx, const files::Owner& owner,
                      const TypedBlocks& typed, Content content, const Brought& brought);

/// The content with pictures of `owner`: copies of those it has. What is gone leaves its place.
Content copied_pictures(tenancy::WorkspaceTransaction& tx, Content content,
                        const files::Owner& owner);
/// Refuses "letters.refusal.picture_waits" or "letters.refusal.picture_refused" while one of them
/// cannot be drawn.
void refuse_unless_drawn(tenancy::WorkspaceTransaction& tx, const Content& content);
/// Those the content shows stay: of what never left.
void remove_unused(tenancy::WorkspaceTransaction& tx, const files::Owner& owner,
                   const Content& content);

/// Who writes letters, or models, sees their pictures; a client sees them on the paper alone.
void guard_letter_picture(tenancy::WorkspaceTransaction& tx, const files::File& file);
void guard_model_picture(tenancy::WorkspaceTransaction& tx, const files::File& file);
/// Its editor shows it.
void on_picture_judged(tenancy::WorkspaceTransaction& tx, const files::FileJudged& fact);

} // namespace letters
