#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/presets/section.hpp"
#include "kernel/presets/vocabulary.hpp"

#include <span>
#include <vector>

namespace presets
{

/// Every preset of `presets/NAME/{preset,roles,workflows,words.fr}.toml`, by name. Throws
/// std::runtime_error « presets/…/workflows.toml: … » for anything missing, unknown or wrong.
std::vector<Preset> read_presets(std::span<const base::EmbeddedFile> files);

/// Every `presets/NAME/{vocabulary,workflows}.toml`. Throws the same.
std::vector<Vocabulary> read_vocabularies(std::span<const base::EmbeddedFile> files);

/// A business word; « portal » inside it is left to the caller.
Word read_word(const Section& section);

} // namespace presets
