#pragma once

#include "kernel/documents/canvas.hpp"
#include "kernel/documents/style.hpp"

#include <functional>

/// What stands around the body on each page: heads and feet; for kernel/documents only.
namespace documents
{

inline constexpr double top_margin = 40;

/// The head of the first page, measured: the body begins below it.
struct Head {
    double bottom = 0; ///< points from the top of the page
    std::function<void(Canvas&)> draw;
};
Head head_of(Canvas& canvas, const Document& document, const Style& style);
/// Of the pages after it.
Head running_head_of(const Document& document, const Style& style);

struct PagePlace {
    int page = 1;
    int pages = 1;
};
struct Foot {
    double top = 0; ///< the body ends above it
    std::function<void(Canvas&, const PagePlace&)> draw;
};
Foot foot_of(Canvas& canvas, const Document& document, const Style& style);

} // namespace documents
