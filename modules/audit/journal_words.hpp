#pragma once

#include "modules/audit/journal.hpp"

#include <span>
#include <string>
#include <string_view>

namespace audit
{

/// Every action that a workspace's log may hold, for the filter.
std::span<const std::string_view> known_actions();

/// « a changé l’état de {subject} »; the code of an action nobody gave words to.
std::string words_of_action(std::string_view action, std::string_view subject);
/// « une demande »: what an object is called that has no name any more.
std::string words_of_kind(std::string_view kind);
/// « État »; the field as it is written when it has no word.
std::string words_of_field(std::string_view field);
/// A value that is a code, in words; as it is otherwise.
std::string words_of_value(std::string_view field, std::string_view value);

/// The kinds of objects one may look for.
std::span<const std::string_view> known_kinds();

} // namespace audit
