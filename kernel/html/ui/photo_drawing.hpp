#pragma once

#include "kernel/base/drawing.hpp"
#include "kernel/html/html.hpp"

#include <cstdint>
#include <string_view>

namespace ui
{

/// What is drawn on a photo of that size, to be laid over it. `sentence` says it to who does not
/// see it. Nothing for an empty drawing or an unknown size.
html::Html photo_drawing(const base::Drawing& drawing, std::int64_t width, std::int64_t height,
                         std::string_view sentence);

} // namespace ui
