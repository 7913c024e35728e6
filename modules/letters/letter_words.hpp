#pragma once

#include "modules/letters/letter.hpp"

#include <string>
#include <string_view>

namespace letters
{

std::string kind_words(LetterKind kind);    ///< « Lettre », « Contrat »
std::string state_words(LetterState state); ///< « Brouillon »
std::string_view state_tone(LetterState state);

} // namespace letters
