#include "modules/numbering/series.hpp"

#include "kernel/base/assert.hpp"

#include <algorithm>

namespace numbering
{
namespace
{

std::vector<Series>& declared()
{
    static std::vector<Series> the_series;
    return the_series;
}

} // namespace

void declare(Series series)
{
    KERNEL_ASSERT(problem_of(default_format(series)).empty());
    auto& all = declared();
    const auto found = std::ranges::find(all, series.code, &Series::code);
    if (found == all.end())
        all.push_back(std::move(series));
    else
        *found = std::move(series);
}

const std::vector<Series>& every_series()
{
    return declared();
}

const Series& series_of(std::string_view code)
{
    const auto found = std::ranges::find(declared(), code, &Series::code);
    KERNEL_ASSERT(found != declared().end());
    return *found;
}

NumberFormat default_format(const Series& series)
{
    return {.format = series.default_format, .restart = Restart::yearly};
}

} // namespace numbering
