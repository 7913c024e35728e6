#include "kernel/presets/vocabulary.hpp"

#include "kernel/presets/preset_reader.hpp"

#include <algorithm>

namespace presets
{

const Workflow* Vocabulary::workflow(std::string_view noun) const
{
    const auto found = std::ranges::find(workflows, noun, &Workflow::noun);
    return found == workflows.end() ? nullptr : &*found;
}

const std::vector<Vocabulary>& vocabularies()
{
    static const auto every = [] {
        auto found = read_vocabularies(base::embedded_presets());
        for (const auto& preset : all())
            found.push_back({preset.name, preset.title, preset.summary, preset.workflows});
        std::ranges::sort(found, {}, &Vocabulary::name);
        return found;
    }();
    return every;
}

const Vocabulary* find_vocabulary(std::string_view name)
{
    const auto found = std::ranges::find(vocabularies(), name, &Vocabulary::name);
    return found == vocabularies().end() ? nullptr : &*found;
}

} // namespace presets
