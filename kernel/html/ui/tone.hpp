#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/icon.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ui
{

/// Status colours (DESIGN §2); never the only carrier of a meaning.
enum class Tone { Gray, Green, Amber, Red, Blue, Violet, Teal, Brand };

/// "t-green".
std::string_view tone_class(Tone tone);
/// "green" → Tone::Green, for presets. Gray for an unknown word.
Tone tone_named(std::string_view word);

enum class Dot { Yes, No };
/// A state in words: badge("En cours", Tone::Blue).
html::Html badge(std::string_view words, Tone tone, Dot has_dot = Dot::Yes);
/// A dot with its meaning for screen readers; without words it is decoration.
html::Html dot(Tone tone, std::string_view meaning = {});
/// The coloured square at the head of a row.
html::Html tile(Icon what, Tone tone, std::string_view classes = {});
/// Words in a status colour: tone("42 min", Tone::Red).
html::Html tone(std::string_view words, Tone tone);
/// « 42 », « 99+ » above 99: counters are not read further.
std::string count_text(std::int64_t number);
/// A small grey figure; « 99+ » above 99. Nothing for 0.
html::Html count(int number, std::string_view classes = {});
html::Html kbd(std::string_view key);

} // namespace ui
