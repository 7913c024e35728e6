#include "kernel/base/chart.hpp"

#include <algorithm>
#include <array>

namespace base
{
namespace
{

/// Well below what the tenfold of a step overflows.
constexpr std::int64_t value_max = 1'000'000'000'000'000;

std::int64_t lines_for(std::int64_t most, std::int64_t step)
{
    return (most + step - 1) / step;
}

std::int64_t value_at(const ChartSeries& series, std::size_t group)
{
    return group < series.values.size() ? series.values[group].value_or(0) : 0;
}

} // namespace

std::int64_t ChartScale::place(std::int64_t value, std::int64_t length) const
{
    const auto shown = std::clamp<std::int64_t>(value, 0, top);
    return (2 * shown * length + top) / (2 * top);
}

ChartScale scale_for(std::int64_t most, int lines_max)
{
    const auto highest = std::clamp<std::int64_t>(most, 1, value_max);
    constexpr std::array<std::int64_t, 3> firsts{1, 2, 5};
    for (std::int64_t power = 1;; power *= 10)
        for (const auto first : firsts)
            if (const auto lines = lines_for(highest, first * power); lines <= lines_max)
                return {.step = first * power, .top = lines * first * power};
}

ChartScale scale_of(const Chart& chart, ChartStack stack)
{
    std::int64_t most = 0;
    for (std::size_t group = 0; group < chart.labels.size(); ++group) {
        std::int64_t pile = 0;
        for (const auto& series : chart.series) {
            most = std::max(most, value_at(series, group));
            pile += value_at(series, group);
        }
        if (stack == ChartStack::OnTop) most = std::max(most, pile);
    }
    return scale_for(most);
}

std::size_t label_stride(std::size_t labels, std::size_t labels_max)
{
    return std::max<std::size_t>(1, (labels + labels_max - 1) / labels_max);
}

} // namespace base
