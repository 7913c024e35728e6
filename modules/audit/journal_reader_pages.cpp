#include "modules/audit/journal_reader_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/audit/journal_words.hpp"

namespace audit
{
namespace
{

using i18n::t;

std::string state_label(const presets::Preset& preset, const std::string& code)
{
    if (preset.workflows.empty()) return code;
    const auto* state = presets::find_known_state(preset.workflow("ticket"), code);
    return state == nullptr ? code : state->label;
}

std::string priority_label(const presets::Preset& preset, const std::string& code)
{
    for (const auto& choice : preset.choices_of("tickets.priority"))
        if (choice.code == code) return choice.label;
    return code;
}

std::string role_title(const presets::Preset& preset, const std::string& code)
{
    const auto* role = preset.find_role(code);
    return role == nullptr ? code : role->title;
}

/// Number and title, or the title alone.
std::string named(const guard::SubjectLine& line)
{
    if (line.detail.empty()) return line.title;
    return t("audit.named", {{"detail", line.detail}, {"title", line.title}});
}

} // namespace

JournalReader::JournalReader(const guard::Call& call, tenancy::WorkspaceTransaction& tx)
    : call_(call), tx_(tx)
{
}

const JournalReader::Found& JournalReader::find(const std::string& kind, std::int64_t id)
{
    const auto known = known_.find({kind, id});
    if (known != known_.end()) return known->second;
    Found found;
    for (const auto& subject : call_.site().subjects)
        if (subject.kind == kind) {
            const auto lines = subject.lines(tx_, {id});
            if (const auto line = lines.find(id); line != lines.end())
                found.emplace(named(line->second), line->second.path);
        }
    return known_.emplace(std::pair{kind, id}, std::move(found)).first->second;
}

std::string JournalReader::name_of(const std::string& kind, std::int64_t id)
{
    const auto& found = find(kind, id);
    return found ? found->first : words_of_kind(kind);
}

std::string JournalReader::value_of(const Line& line, const std::string& field,
                                    const std::string& value)
{
    if (value.empty()) return {};
    const auto& preset = presets::find(tx_.workspace().preset);
    const bool is_of_ticket = line.kind == "ticket";
    if (is_of_ticket && field == "state") return state_label(preset, value);
    if (is_of_ticket && field == "priority") return priority_label(preset, value);
    if (field == "role") return role_title(preset, value);
    const auto id = base::Id<struct AnyTag>::parse(value);
    if (id && field == "assignee") return name_of("membership", id->value);
    if (id && field == "client") return name_of("client", id->value);
    return words_of_value(field, value);
}

std::string JournalReader::changes_of(const Line& line)
{
    std::vector<std::string> told;
    for (const auto& change : line.changes) {
        if (change.before == change.after) continue;
        const auto before = value_of(line, change.field, change.before);
        const auto after = value_of(line, change.field, change.after);
        const char* key = before.empty()  ? "audit.change.set"
                          : after.empty() ? "audit.change.cleared"
                                          : "audit.change.changed";
        told.push_back(t(
            key, {{"field", words_of_field(change.field)}, {"before", before}, {"after", after}}));
    }
    return base::join(told, " · ");
}

Told JournalReader::tell(const Line& line)
{
    const auto& found = find(line.kind, line.subject);
    const auto subject = found ? found->first : words_of_kind(line.kind);
    Told told{.actor = line.actor_name,
              .what = words_of_action(line.action, subject),
              .subject = found ? found->first : std::string{},
              .changes = line.is_erased ? t("audit.erased") : changes_of(line),
              .path = found ? found->second : std::string{}};
    if (!line.actor) told.actor = t("audit.actor.program");
    if (told.actor.empty()) told.actor = t("audit.actor.erased");
    return told;
}

} // namespace audit
