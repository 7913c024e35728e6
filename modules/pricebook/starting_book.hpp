#pragma once

#include "kernel/presets/preset.hpp"
#include "modules/pricebook/item.hpp"

#include <vector>

namespace pricebook
{

/// What a trade sells before anybody typed anything, version by version, the oldest first: the
/// lists « pricebook.version_1 », « pricebook.version_2 »… of its preset, whose entries have the
/// fields of SaveItem. Ids are still zero. Throws std::logic_error for an item that has a flaw.
std::vector<std::vector<Item>> starting_versions(const presets::Preset& preset);

} // namespace pricebook
