#include "modules/templates/template_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/templates/templates.hpp"

#include <algorithm>

namespace templates
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr const char* topic = "templates";

Template opened(const StoredTemplate& stored)
{
    return template_from(stored.content);
}

StoredTemplate stored_of(TemplateId id, const Template& made)
{
    return {.id = id, .name = made.name, .version = made.version, .content = frozen(made)};
}

StoredVersion version_of(const StoredTemplate& stored)
{
    return {.template_id = stored.id,
            .version = stored.version,
            .name = stored.name,
            .content = stored.content,
            .saved_at = base::now()};
}

void note(WorkspaceTransaction& tx, const char* action, TemplateId id,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "template",
                       .subject = id.value,
                       .changes = std::move(changes)});
    events::touch(tx, topic);
}

} // namespace

std::vector<Template> own_templates(WorkspaceTransaction& tx)
{
    std::vector<Template> all;
    for (const auto& stored : TemplateStore{tx}.every())
        all.push_back(opened(stored));
    return all;
}

Template own_template(WorkspaceTransaction& tx, TemplateId id)
{
    const auto stored = TemplateStore{tx}.find(id);
    if (!stored) throw base::NotFound{};
    return opened(*stored);
}

Template template_by_code(WorkspaceTransaction& tx, std::string_view code)
{
    for (auto& one : every_ready())
        if (one.code == code) return one;
    const auto id = TemplateId::parse(code);
    if (!id) throw base::NotFound{};
    return own_template(tx, *id);
}

TemplateId copy_template(WorkspaceTransaction& tx, std::string_view code, const std::string& name)
{
    TemplateStore store{tx};
    base::refuse_unless(std::ssize(store.every()) < templates_max, "templates.refusal.too_many",
                        {{"max", std::to_string(templates_max)}});
    auto made = template_by_code(tx, code);
    const auto id = tx.make_id<TemplateId>();
    made.code = id.text();
    made.name = name;
    made.version = 1;
    const auto stored = stored_of(id, made);
    store.insert(stored);
    store.insert(version_of(stored));
    note(tx, "templates.created", id, {{"name", "", name}});
    return id;
}

void save_template(WorkspaceTransaction& tx, const Saving& saving)
{
    const auto before = own_template(tx, saving.id);
    auto after = before;
    after.name = saving.name;
    after.content = saving.content;
    if (after == before) return;

    after.version = saving.seen_version + 1;
    TemplateStore store{tx};
    const auto stored = stored_of(saving.id, after);
    if (!store.update(stored, saving.seen_version))
        throw base::Refusal{"templates.refusal.changed_since", {}, base::Refusal::Kind::Conflict};
    store.insert(version_of(stored));
    note(tx, "templates.saved", saving.id,
         {{"version", std::to_string(before.version), std::to_string(after.version)}});
}

void restore_version(WorkspaceTransaction& tx, TemplateId id, std::int64_t version)
{
    const auto now = own_template(tx, id);
    const auto old = TemplateStore{tx}.find_version(id, version);
    if (!old) throw base::NotFound{};
    const auto before = template_from(old->content);
    save_template(
        tx,
        {.id = id, .name = before.name, .content = before.content, .seen_version = now.version});
}

void choose_templates(WorkspaceTransaction& tx, const std::vector<StoredChoice>& choices)
{
    std::vector<audit::Change> changes;
    for (const auto& choice : choices) {
        const auto before = for_type(tx, choice.type);
        const auto chosen = template_by_code(tx, choice.choice);
        if (chosen.code == before.code) continue;
        TemplateStore{tx}.choose(choice);
        changes.push_back({std::string{forms::enum_name(choice.type)}, before.name, chosen.name});
    }
    if (changes.empty()) return;

    audit::append(tx, {.action = "templates.chosen",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
    events::touch(tx, topic);
}

void remove_template(WorkspaceTransaction& tx, TemplateId id, std::int64_t seen_version)
{
    TemplateStore store{tx};
    const auto removed = own_template(tx, id);
    const auto is_chosen = std::ranges::any_of(
        store.choices(), [&](const StoredChoice& choice) { return choice.choice == removed.code; });
    base::refuse_unless(!is_chosen, "templates.refusal.chosen");
    if (removed.version != seen_version || !store.remove(id, seen_version))
        throw base::Refusal{"templates.refusal.changed_since", {}, base::Refusal::Kind::Conflict};
    note(tx, "templates.removed", id, {{"name", removed.name, ""}});
}

Template for_type(WorkspaceTransaction& tx, DocumentType type)
{
    TemplateStore store{tx};
    const auto choices = store.choices();
    const auto chosen = std::ranges::find(choices, type, &StoredChoice::type);
    if (chosen == choices.end()) return ready(BaseStyle::modern);
    for (auto& one : every_ready())
        if (one.code == chosen->choice) return one;
    const auto id = TemplateId::parse(chosen->choice);
    const auto own = id ? store.find(*id) : std::nullopt;
    return own ? opened(*own) : ready(BaseStyle::modern); // removed while it was being chosen
}

} // namespace templates
