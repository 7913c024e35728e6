#pragma once

#include "kernel/documents/canvas.hpp"
#include "kernel/documents/look.hpp"

#include <string>

/// What a look comes to in points and colours; for kernel/documents only.
namespace documents
{

enum class TableShape { Ruled, Filled, Framed, Bare, Lined, Striped };

struct Style {
    Look look;
    Colour brand{};
    Colour deep{};      ///< of a band, darker than the brand
    Colour tint{};      ///< of a ground, nearly white
    double letters = 1; ///< times the size of a letter
    double air = 1;     ///< times the space between
    TableShape table = TableShape::Ruled;
    double edge = 5;           ///< between the edge of a table and its words
    double title_tracking = 0; ///< of the titles of columns, which are capitals where it is above 0
    bool is(Manner manner) const { return look.manner == manner; }
};

Style style_of(const Look& look, const std::string& colour);

/// Part of the second: 0 the first, 1 the second.
Colour mixed(const Colour& first, const Colour& second, double part);

inline constexpr Colour white{1, 1, 1};
inline constexpr Colour black{0, 0, 0};

/// The title of a column or of a party, as this style writes them.
Words label_words(const Style& style, const std::string& text, double width, const Colour& colour);

/// Smaller until it stands on one line; not below that part of its size.
Words fitted(Canvas& canvas, Words words, double least_part = 0.62);

} // namespace documents
