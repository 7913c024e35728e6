#pragma once

#include "modules/quotes/quote.hpp"

#include <string>
#include <string_view>

namespace quotes
{

/// « Brouillon ».
std::string state_words(QuoteState state);
/// "gray": the name of a ui::Tone.
std::string_view state_tone(QuoteState state);

} // namespace quotes
