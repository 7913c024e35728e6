#pragma once

#include "modules/letters/letter.hpp"

#include <string>
#include <string_view>

namespace letters
{

std::string kind_words(LetterKind kind);    ///< « Lettre », « Contrat »
std::string state_words(LetterState state); ///< « Brouillon »
/// As its client reads it: what is written again is no draft to him.
std::string client_state_words(LetterState state);
std::string_view state_tone(LetterState state);

} // namespace letters
