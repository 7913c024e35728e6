#pragma once

#include "modules/audit/journal.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace audit
{

/// The filter's fields, as they stand in the address and in the form of the export.
inline constexpr std::array filter_fields{"personne", "objet", "id", "action", "du", "au"};

/// A field by its name, as typed.
using Typed = std::function<std::string(std::string_view)>;

/// What nobody could have chosen narrows nothing.
Filter filter_of(const Typed& typed);
std::vector<std::pair<std::string, std::string>> typed_fields(const Typed& typed);

/// « personne » of what the program does by itself.
inline constexpr std::string_view program_word = "programme";

} // namespace audit
