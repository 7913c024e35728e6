#pragma once

#include "kernel/html/ui/chart.hpp"

/// How charts are drawn, in whole pixels of their view box; for kernel/html/ui only.
namespace ui::parts
{

struct Canvas {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::size_t labels = 0; ///< as many as fit under it
};

struct Box {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
};

/// A bar of the series at that position: full, hatched or empty; `content` is its title.
html::Html bar(const Box& box, std::size_t series, const html::Html& content = {});

/// The same of a line, 14 pixels square.
html::Html line_sample(std::size_t series);

html::Html columns_of(const Chart& chart, const Canvas& canvas);
html::Html lines_of(const Chart& chart, const Canvas& canvas);
html::Html rows_of(const Chart& chart, const Canvas& canvas);
std::int64_t rows_height(const Chart& chart, const Canvas& canvas);

} // namespace ui::parts
