#pragma once

#include "kernel/files/drawing.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace files
{

/// Where on the photo, for who does not point at it.
enum class Ninth {
    top_left,
    top,
    top_right,
    left,
    middle,
    right,
    bottom_left,
    bottom,
    bottom_right
};
BOOST_DESCRIBE_ENUM(Ninth, top_left, top, top_right, left, middle, right, bottom_left, bottom,
                    bottom_right)

/// What stands there besides its words.
enum class AddedShape { note, arrow, circle };
BOOST_DESCRIBE_ENUM(AddedShape, note, arrow, circle)

/// The whole drawing, less one shape, or one more.
struct DrawOnPhoto {
    forms::LongText<0, drawing_length_max> shapes;          ///< JSON; empty: nothing drawn
    forms::Number<0, 1'000'000'000> version;                ///< that the page showed
    std::optional<forms::Number<0, shapes_max - 1>> remove; ///< counted from 0
    bool add = false;                                       ///< what the next three say
    std::optional<AddedShape> kind; ///< arrow, circle: added even when `add` was not pressed
    std::optional<Ninth> place;
    forms::Text<0, shape_words_max> words; ///< likewise
};
BOOST_DESCRIBE_STRUCT(DrawOnPhoto, (), (shapes, version, remove, add, kind, place, words))

/// Refuses as `drawing_of_json`, and "files.refusal.no_words" for a note of none.
base::Drawing drawing_of(const DrawOnPhoto& typed);
Ninth ninth_of(const base::Shape& shape);

} // namespace files
