#pragma once

#include "kernel/html/html.hpp"

namespace ui
{

/// Id of the palette's dialog, for opens_dialog.
inline constexpr const char* palette_id = "palette";
/// Id of the dialog that lists the keys.
inline constexpr const char* shortcuts_id = "shortcuts";

/// Where the palette asks.
struct Palette {
    html::Url results;     ///< GET q=, a page: what Enter opens when nothing is chosen
    html::Url suggestions; ///< GET q=, options: what one chooses from
    html::Url shortcuts;   ///< the page with the keys; its frame "shortcuts-list" is shown
};
/// The two dialogs, closed. Without JavaScript their openers are links to these pages.
html::Html palette(const Palette& palette);

} // namespace ui
