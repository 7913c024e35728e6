#pragma once

#include "kernel/documents/canvas.hpp"

/// For kernel/documents only.
namespace documents
{

double drawing_height(const Drawing& drawing);
/// As wide as the text of the paper.
void draw(Canvas& canvas, const Drawing& drawing, const Colour& brand, double y);

} // namespace documents
