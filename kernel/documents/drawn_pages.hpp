#pragma once

#include "kernel/documents/canvas.hpp"

/// For kernel/documents and its tests only.
namespace documents
{

/// Every page of a document, on a canvas of its paper.
void draw_pages(Canvas& canvas, const Document& document);

} // namespace documents
