#include "kernel/presets/preset.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/presets/preset_reader.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace presets
{

const Role* Preset::find_role(std::string_view code) const
{
    const auto found = std::ranges::find(roles, code, &Role::code);
    return found == roles.end() ? nullptr : &*found;
}

const Workflow& Preset::workflow(std::string_view noun) const
{
    const auto found = std::ranges::find(workflows, noun, &Workflow::noun);
    KERNEL_ASSERT(found != workflows.end());
    return *found;
}

const Word& Preset::word(std::string_view noun, Side side) const
{
    const auto portal = portal_words.find(noun);
    if (side == Side::portal && portal != portal_words.end()) return portal->second;
    const auto found = words.find(noun);
    KERNEL_ASSERT(found != words.end());
    return found->second;
}

const std::string& Preset::setting(std::string_view key) const
{
    const auto found = settings.find(key);
    KERNEL_ASSERT(found != settings.end());
    return found->second;
}

std::int64_t Preset::number(std::string_view key) const
{
    const auto& text = setting(key);
    std::int64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    KERNEL_ASSERT(error == std::errc{} && stop == end);
    return value;
}

const std::vector<Choice>& Preset::choices_of(std::string_view key) const
{
    static const std::vector<Choice> none;
    const auto found = choices.find(key);
    return found == choices.end() ? none : found->second;
}

const std::vector<Preset>& all()
{
    static const auto presets = read_presets(base::embedded_presets());
    return presets;
}

const Preset& find(std::string_view name)
{
    const auto found = std::ranges::find(all(), name, &Preset::name);
    if (found == all().end()) throw std::out_of_range("no preset " + std::string{name});
    return *found;
}

} // namespace presets
