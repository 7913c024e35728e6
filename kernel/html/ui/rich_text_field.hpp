#pragma once

#include "kernel/html/ui/field.hpp"

#include <string>

namespace ui
{

/// A text with bold, italic, lists, links and four sizes. The form sends `field.name` and
/// `field.name`_format: « html » once the editor, fetched by the page, took the place of the text
/// area; « plain » without JavaScript.
struct RichTextField {
    Field field;                ///< `value` is plain text, `length_max` what the counter shows
    std::string html;           ///< what the editor starts with; empty = made from `value`
    std::string leave_question; ///< asked before an unsent text is left; empty = never
};
html::Html rich_text_field(const RichTextField& text);

} // namespace ui
