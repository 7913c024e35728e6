#pragma once

#include "app/demonstration/material.hpp"
#include "kernel/presets/section.hpp"

#include <string>
#include <vector>

namespace demonstration
{

/// The tables of [[key]], at least one, each named by its "ref" or "id" when it has one.
std::vector<presets::Section> tables_of(const presets::Section& section, const std::string& key);

/// Throws std::runtime_error that names file, story and key.
Story read_story(const presets::Section& section);

} // namespace demonstration
