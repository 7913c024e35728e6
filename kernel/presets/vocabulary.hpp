#pragma once

#include "kernel/presets/preset.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The states and moves of a trade, that a business of another one may use: those of every preset,
/// and those of a folder of presets/ that holds no more than vocabulary.toml and workflows.toml.
namespace presets
{

struct Vocabulary {
    std::string name; ///< "depannage-informatique": its folder
    std::string title;
    std::string summary;
    std::vector<Workflow> workflows;
    /// What it asks that a preset’s own lists do not, by dotted key: "tickets.request_type". They
    /// are those of a business while it uses the vocabulary.
    std::map<std::string, std::vector<Choice>, std::less<>> choices{};

    /// nullptr when it has none for that noun.
    const Workflow* workflow(std::string_view noun) const;
};

/// Every one by name, read and checked at the first call; throws std::runtime_error like all().
const std::vector<Vocabulary>& vocabularies();
/// nullptr for an unknown name.
const Vocabulary* find_vocabulary(std::string_view name);

} // namespace presets
