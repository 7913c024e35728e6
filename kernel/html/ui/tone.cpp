#include "kernel/html/ui/tone.hpp"

#include <algorithm>
#include <array>

namespace ui
{

using namespace html;

namespace
{

constexpr std::int64_t count_shown_max = 99;
constexpr std::array<std::string_view, 8> classes_of{"t-gray", "t-green",  "t-amber", "t-red",
                                                     "t-blue", "t-violet", "t-teal",  "t-brand"};

} // namespace

std::string_view tone_class(Tone tone)
{
    return classes_of.at(static_cast<std::size_t>(tone));
}

Tone tone_named(std::string_view word)
{
    const auto found =
        std::ranges::find(classes_of, word, [](auto name) { return name.substr(2); });
    if (found == classes_of.end()) return Tone::Gray;
    return static_cast<Tone>(found - classes_of.begin());
}

Html badge(std::string_view words, Tone tone, Dot has_dot)
{
    return span(cls("badge ", tone_class(tone)), when(has_dot == Dot::Yes, span(cls("dot"))),
                words);
}

Html dot(Tone tone, std::string_view meaning)
{
    const auto meant = meaning.empty() ? attribute<"aria-hidden">("true")
                                       : attributes(role("img"), attribute<"aria-label">(meaning));
    return span(cls("dot ", tone_class(tone)), meant);
}

Html tile(Icon what, Tone tone, std::string_view classes)
{
    return span(cls("tile ", tone_class(tone), " ", classes), icon(what));
}

Html tone(std::string_view words, Tone tone)
{
    return span(cls("tone ", tone_class(tone)), words);
}

std::string count_text(std::int64_t number)
{
    return number > count_shown_max ? "99+" : std::to_string(number);
}

Html count(int number, std::string_view classes)
{
    if (number <= 0) return none;
    return span(cls("count ", classes), count_text(number));
}

Html kbd(std::string_view key)
{
    return html::kbd(cls("kbd"), key);
}

} // namespace ui
