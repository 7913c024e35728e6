#pragma once

#include "modules/letters/model_store.hpp"

#include <string_view>

namespace letters
{

/// Own ones, by name.
std::vector<Model> own_models(tenancy::WorkspaceTransaction& tx);
/// Throws base::NotFound.
Model own_model(tenancy::WorkspaceTransaction& tx, ModelId id);
/// A ready one by its name, an own one by its id. Throws base::NotFound.
Model model_by_code(tenancy::WorkspaceTransaction& tx, std::string_view code);
/// The one letters of that kind are proposed with: the first ready one where none was chosen.
Model proposed_model(tenancy::WorkspaceTransaction& tx, LetterKind kind);

/// A copy of any model, under that name, as version 1. Refuses "letters.refusal.too_many_models".
ModelId copy_model(tenancy::WorkspaceTransaction& tx, std::string_view code,
                   const std::string& name);

struct SavingModel {
    ModelId id;
    std::string name;
    Content content; ///< without problems
    std::int64_t seen_version = 0;
};
/// A new version; none where nothing changed. Refuses "letters.refusal.model_changed" (409) where
/// somebody saved meanwhile.
void save_model(tenancy::WorkspaceTransaction& tx, const SavingModel& saving);
/// The content of an old version becomes the newest one.
void restore_model(tenancy::WorkspaceTransaction& tx, ModelId id, std::int64_t version);
/// Throws base::NotFound for a code nothing stands for, or of another kind.
void choose_model(tenancy::WorkspaceTransaction& tx, const ModelChoice& choice);
/// With its versions; letters that begin with it stay as they are. Refuses
/// "letters.refusal.model_chosen" for one that is chosen, and "letters.refusal.model_changed".
void remove_model(tenancy::WorkspaceTransaction& tx, ModelId id, std::int64_t seen_version);

} // namespace letters
