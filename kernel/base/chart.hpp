#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace base
{

/// Values of one kind, one for each label of its chart; nothing where nothing was measured.
struct ChartSeries {
    std::string name;
    std::vector<std::optional<std::int64_t>> values; ///< 0 or more
};

/// The numbers of a drawing, the same for the page and the paper.
struct Chart {
    std::vector<std::string> labels;
    std::vector<ChartSeries> series; ///< 1 to chart_series_max: more cannot be told apart
};
inline constexpr std::size_t chart_series_max = 3;

enum class ChartStack { Beside, OnTop };

/// An axis from 0 to `top` with a line every `step`.
struct ChartScale {
    std::int64_t step = 1;
    std::int64_t top = 1; ///< a multiple of step, 1 at least

    /// Where a value stands on an axis of that length, rounded half up; values end at the top.
    std::int64_t place(std::int64_t value, std::int64_t length) const;
};
/// The smallest step among 1, 2 and 5 times a power of ten that reaches `most` with no more than
/// `lines_max` lines.
ChartScale scale_for(std::int64_t most, int lines_max = 5);
/// For the highest bar of the chart, or the highest pile.
ChartScale scale_of(const Chart& chart, ChartStack stack = ChartStack::Beside);

/// One label in how many is written so that at most `labels_max` are.
std::size_t label_stride(std::size_t labels, std::size_t labels_max);

} // namespace base
