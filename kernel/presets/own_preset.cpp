#include "kernel/presets/changes.hpp"
#include "kernel/presets/vocabulary.hpp"

#include <deque>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace presets
{

namespace
{

i18n::Nouns nouns_of(const Preset& preset, Side side)
{
    i18n::Nouns nouns;
    for (const auto& [noun, of_team] : preset.words) {
        const auto& word = preset.word(noun, side);
        nouns[noun] = {.singular = word.singular,
                       .plural = word.plural,
                       .is_feminine = word.gender == Gender::feminine};
    }
    return nouns;
}

OwnPreset own_of(Preset preset)
{
    auto team = nouns_of(preset, Side::staff);
    auto client = nouns_of(preset, Side::portal);
    return {std::move(preset), std::move(team), std::move(client), {}};
}

/// The workflow of a vocabulary as that business has made it; nothing for a noun it does not have.
std::optional<Workflow> made_of(const Preset& preset, const Changes& changes,
                                const Vocabulary& vocabulary, const std::string& noun)
{
    const auto* original = vocabulary.workflow(noun);
    if (original == nullptr) return {};
    const auto other = changes.others.find(vocabulary.name);
    const auto* own = vocabulary.name == preset.name  ? &changes.workflows
                      : other != changes.others.end() ? &other->second
                                                      : nullptr;
    const auto found = own == nullptr ? WorkflowsChanges::const_iterator{} : own->find(noun);
    return own == nullptr || found == own->end() ? *original : changed(*original, found->second);
}

void remember(Workflow& workflow, const Workflow& earlier)
{
    for (const auto* states : {&earlier.states, &earlier.former})
        for (const auto& state : *states)
            if (find_known_state(workflow, state.code) == nullptr) workflow.former.push_back(state);
}

/// The one in use, which remembers the states of those that may have been.
Workflow workflow_in_use(const Preset& preset, const Changes& changes, const std::string& noun)
{
    const auto& wanted = changes.vocabulary.empty() ? preset.name : changes.vocabulary;
    auto workflow = preset.workflow(noun);
    std::vector<Workflow> others;
    for (const auto& vocabulary : vocabularies()) {
        auto made = made_of(preset, changes, vocabulary, noun);
        if (!made) continue;
        if (vocabulary.name == wanted)
            workflow = *std::move(made);
        else
            others.push_back(*std::move(made));
    }
    for (const auto& other : others)
        remember(workflow, other);
    return workflow;
}

/// Presets as they are, for those who change nothing.
const OwnPreset& unchanged(std::string_view name)
{
    static const auto every = [] {
        std::map<std::string, OwnPreset, std::less<>> owns;
        for (const auto& preset : all())
            owns.emplace(preset.name, with_changes(preset.name, {}));
        return owns;
    }();
    const auto found = every.find(name);
    if (found == every.end()) throw std::out_of_range("no preset " + std::string{name});
    return found->second;
}

struct Kept {
    std::string text;
    std::shared_ptr<const OwnPreset> own;
};
/// By workspace, those that change something.
struct Keeper {
    std::mutex mutex;
    std::map<std::int64_t, Kept> kept;
};
Keeper& keeper()
{
    static Keeper one;
    return one;
}

/// Keeps what this thread was given alive through its request.
const OwnPreset& pinned(std::shared_ptr<const OwnPreset> own)
{
    thread_local std::deque<std::shared_ptr<const OwnPreset>> seen;
    if (seen.empty() || seen.back() != own) seen.push_back(std::move(own));
    if (seen.size() > own_seen_max) seen.pop_front();
    return *seen.back();
}

} // namespace

OwnPreset with_changes(std::string_view name, std::string_view text)
{
    auto preset = find(name);
    const auto changes = read_changes(text);
    for (const auto& [noun, word] : changes.words)
        preset.words[noun] = word;
    for (const auto& [noun, word] : changes.portal_words)
        preset.portal_words[noun] = word;
    for (auto& workflow : preset.workflows)
        workflow = workflow_in_use(preset, changes, workflow.noun);
    if (const auto* used = find_vocabulary(changes.vocabulary); used != nullptr)
        for (const auto& [key, list] : used->choices)
            preset.choices[key] = list;
    auto own = own_of(std::move(preset));
    own.taxes = changes.taxes;
    return own;
}

void keep_changes(std::int64_t workspace, std::string_view name, std::string_view text)
{
    auto& [mutex, kept] = keeper();
    const std::scoped_lock lock{mutex};
    const auto known = kept.find(workspace);
    if (text.empty()) {
        if (known != kept.end()) kept.erase(known);
        return;
    }
    if (known != kept.end() && known->second.text == text) return;
    kept[workspace] = {.text = std::string{text},
                       .own = std::make_shared<const OwnPreset>(with_changes(name, text))};
}

const OwnPreset& own(std::int64_t workspace, std::string_view name)
{
    auto& [mutex, kept] = keeper();
    std::shared_ptr<const OwnPreset> own;
    {
        const std::scoped_lock lock{mutex};
        if (const auto found = kept.find(workspace); found != kept.end()) own = found->second.own;
    }
    return own ? pinned(std::move(own)) : unchanged(name);
}

} // namespace presets
