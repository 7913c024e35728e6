#include "modules/letters/model_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/letters/letter_pictures.hpp"

#include <algorithm>

namespace letters
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr const char* topic = "letter_models";

Model opened(const StoredModel& stored)
{
    return {.code = stored.id.text(),
            .name = stored.name,
            .kind = stored.kind,
            .version = stored.version,
            .content = content_from(stored.content)};
}

StoredModel stored_of(ModelId id, const Model& made)
{
    return {.id = id,
            .kind = made.kind,
            .name = made.name,
            .version = made.version,
            .content = written(made.content)};
}

StoredModelVersion version_of(const StoredModel& stored)
{
    return {.model_id = stored.id,
            .version = stored.version,
            .name = stored.name,
            .content = stored.content,
            .saved_at = base::now()};
}

void note(WorkspaceTransaction& tx, const char* action, ModelId id,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "letter_model",
                       .subject = id.value,
                       .changes = std::move(changes)});
    events::touch(tx, topic);
}

base::Refusal changed_since()
{
    return base::Refusal{"letters.refusal.model_changed", {}, base::Refusal::Kind::Conflict};
}

} // namespace

std::vector<Model> own_models(WorkspaceTransaction& tx)
{
    std::vector<Model> all;
    for (const auto& stored : ModelStore{tx}.every())
        all.push_back(opened(stored));
    return all;
}

Model own_model(WorkspaceTransaction& tx, ModelId id)
{
    const auto stored = ModelStore{tx}.find(id);
    if (!stored) throw base::NotFound{};
    return opened(*stored);
}

Model model_by_code(WorkspaceTransaction& tx, std::string_view code)
{
    if (auto ready = find_ready(code)) return *std::move(ready);
    const auto id = ModelId::parse(code);
    if (!id) throw base::NotFound{};
    return own_model(tx, *id);
}

Model proposed_model(WorkspaceTransaction& tx, LetterKind kind)
{
    ModelStore store{tx};
    const auto choices = store.choices();
    const auto chosen = std::ranges::find(choices, kind, &ModelChoice::kind);
    if (chosen != choices.end()) {
        if (auto ready = find_ready(chosen->choice)) return *std::move(ready);
        const auto id = ModelId::parse(chosen->choice);
        if (const auto own = id ? store.find(*id) : std::nullopt) return opened(*own);
    }
    auto all = every_ready();
    return *std::ranges::find(all, kind, &Model::kind);
}

ModelId copy_model(WorkspaceTransaction& tx, std::string_view code, const std::string& name)
{
    ModelStore store{tx};
    base::refuse_unless(std::ssize(store.every()) < models_max, "letters.refusal.too_many_models",
                        {{"max", std::to_string(models_max)}});
    auto made = model_by_code(tx, code);
    const auto id = tx.make_id<ModelId>();
    made.name = name;
    made.version = 1;
    made.content = copied_pictures(tx, std::move(made.content), pictures_of(id));
    const auto stored = stored_of(id, made);
    store.insert(stored);
    store.insert(version_of(stored));
    note(tx, "letters.model_created", id, {{"name", "", name}});
    return id;
}

void save_model(WorkspaceTransaction& tx, const SavingModel& saving)
{
    const auto before = own_model(tx, saving.id);
    auto after = before;
    after.name = saving.name;
    after.content = saving.content;
    if (after == before) return;

    after.version = saving.seen_version + 1;
    ModelStore store{tx};
    const auto stored = stored_of(saving.id, after);
    if (!store.update(stored, saving.seen_version)) throw changed_since();
    store.insert(version_of(stored));
    note(tx, "letters.model_saved", saving.id,
         {{"version", std::to_string(before.version), std::to_string(after.version)}});
}

void restore_model(WorkspaceTransaction& tx, ModelId id, std::int64_t version)
{
    const auto now = own_model(tx, id);
    const auto old = ModelStore{tx}.find_version(id, version);
    if (!old) throw base::NotFound{};
    save_model(tx, {.id = id,
                    .name = old->name,
                    .content = content_from(old->content),
                    .seen_version = now.version});
}

void choose_model(WorkspaceTransaction& tx, const ModelChoice& choice)
{
    const auto before = proposed_model(tx, choice.kind);
    const auto chosen = model_by_code(tx, choice.choice);
    if (chosen.kind != choice.kind) throw base::NotFound{};
    if (chosen.code == before.code) return;

    ModelStore{tx}.choose(choice);
    audit::append(
        tx, {.action = "letters.model_chosen",
             .subject_kind = "workspace",
             .subject = tx.workspace().id.value,
             .changes = {{std::string{forms::enum_name(choice.kind)}, before.name, chosen.name}}});
    events::touch(tx, topic);
}

void remove_model(WorkspaceTransaction& tx, ModelId id, std::int64_t seen_version)
{
    ModelStore store{tx};
    const auto removed = own_model(tx, id);
    const auto is_chosen = std::ranges::any_of(
        store.choices(), [&](const ModelChoice& choice) { return choice.choice == removed.code; });
    base::refuse_unless(!is_chosen, "letters.refusal.model_chosen");
    if (removed.version != seen_version || !store.remove(id, seen_version)) throw changed_since();
    remove_unused(tx, pictures_of(id), {});
    note(tx, "letters.model_removed", id, {{"name", removed.name, ""}});
}

} // namespace letters
