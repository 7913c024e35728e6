#include "kernel/documents/style.hpp"

#include "kernel/documents/pieces.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace documents
{
namespace
{

constexpr double depth = 0.42;
constexpr double tint_part = 0.93;
constexpr double fitting_step = 0.94;

/// Accents stay: « Désignation » becomes « DÉSIGNATION ».
std::string capitals(const std::string& text)
{
    std::string result;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getFrench()).toUTF8String(result);
    return result;
}

} // namespace

Colour mixed(const Colour& first, const Colour& second, double part)
{
    const auto between = [part](double from, double to) { return from + (to - from) * part; };
    return {between(first.red, second.red), between(first.green, second.green),
            between(first.blue, second.blue)};
}

Style style_of(const Look& look, const std::string& colour)
{
    const auto brand = colour_of(colour);
    Style style{.look = look,
                .brand = brand,
                .deep = mixed(brand, black, depth),
                .tint = mixed(brand, white, tint_part),
                .air = std::clamp(look.air, 0.6, 1.6)};
    style.look.logo_side = std::clamp(look.logo_side, logo_side_min, logo_side_max);
    switch (look.manner) {
    case Manner::Plain:
        break;
    case Manner::Modern:
        style.table = TableShape::Filled;
        style.edge = 8;
        break;
    case Manner::Classic:
        style.table = TableShape::Framed;
        style.edge = 6;
        break;
    case Manner::Minimal:
        style.table = TableShape::Bare;
        style.edge = 0;
        style.air *= 1.25;
        style.title_tracking = 0.7;
        break;
    case Manner::Premium:
        style.table = TableShape::Lined;
        style.edge = 2;
        style.air *= 1.12;
        style.title_tracking = 0.9;
        break;
    case Manner::Compact:
        style.table = TableShape::Striped;
        style.letters = 0.9;
        style.air *= 0.62;
        break;
    }
    return style;
}

Words label_words(const Style& style, const std::string& text, double width, const Colour& colour)
{
    const bool is_capital = style.title_tracking > 0;
    return {.text = is_capital ? capitals(text) : text,
            .size = (is_capital ? 6.8 : 8) * style.letters,
            .width = width,
            .weight = Weight::Bold,
            .colour = colour,
            .tracking = style.title_tracking};
}

Words fitted(Canvas& canvas, Words words, double least_part)
{
    const auto least = words.size * least_part;
    auto free = words;
    free.lines = Lines::Wrapped;
    free.width = 100 * paper_width;
    free.align = Align::Left;
    while (free.size > least && canvas.width_of(free) > words.width)
        free.size *= fitting_step;
    words.size = free.size;
    return words;
}

} // namespace documents
