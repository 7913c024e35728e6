#pragma once

#include "app/demonstration/material.hpp"
#include "kernel/presets/section.hpp"
#include "modules/sale_documents/line.hpp"

#include <string>
#include <vector>

/// What quotes.toml and year.toml write alike.
namespace demonstration
{

/// The tables of [[key]], each named by its place; none when there are none.
std::vector<presets::Section> shown_tables(const presets::Section& section, const std::string& key);

/// The lines of [[…line]]: prices in cents, quantities in hundredths, one when nothing is said. A
/// line without `tax` bears the usual one of the preset.
std::vector<sale_documents::Line> shown_lines(const presets::Section& section,
                                              const Material& people);

/// Positions in the material of who is named there.
std::size_t shown_client(const presets::Section& section, const Material& people);
std::size_t shown_member(const presets::Section& section, const Material& people);

} // namespace demonstration
