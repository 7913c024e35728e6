#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/photo_drawing.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ui
{

struct Photo {
    std::string id;         ///< of its element: "photo_12"
    html::Url thumbnail;    ///< longest side 400 px
    html::Url medium;       ///< 1 200
    html::Url large;        ///< 2 560: opens without JavaScript
    html::Url original;     ///< to download; empty: the large one
    std::int64_t width = 0; ///< pixels of the upright photo; 0 = not known
    std::int64_t height = 0;
    std::string caption;
    std::string alternative; ///< empty: the caption, else « Photo 3 »
    base::Drawing drawing;   ///< kept beside it; nothing when empty
    html::Html tools;        ///< under it: describe, annotate
};

/// Photos side by side, never wider than the screen; each opens full screen, with arrows, swipe and
/// Escape (a script fetched by the page). One alone is shown whole. Nothing without photos.
html::Html photo_grid(const std::vector<Photo>& photos);

} // namespace ui
