#pragma once

#include <string>

namespace i18n
{

constexpr const char* no_break_space = "\u00A0";
constexpr const char* narrow_no_break_space = "\u202F";

/// French typography over a plain sentence (design §8): narrow no-break space before « ? ! ; » and
/// between thousands, no-break space before « : », inside guillemets, before units and after
/// titles; ’ for ' inside words; … for three dots. Spaces are replaced, never added: « a:b », URLs
/// and times stay. Already right text comes back unchanged. The catalogue has it done at load;
/// composed text calls it. Never for what a person typed.
std::string typography(const std::string& text);

} // namespace i18n
