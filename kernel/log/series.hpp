#pragma once

#include "kernel/log/metrics.hpp"

namespace metrics
{

/// Lines of the log at the level of errors.
inline Counter& errors_logged()
{
    static auto& series = counter("etabli_log_errors_total", "Errors written to the log");
    return series;
}

/// Time to answer, whatever the route.
inline Histogram& every_answer()
{
    static auto& series =
        histogram("etabli_answer_seconds", "Time to answer, every route together");
    return series;
}

} // namespace metrics
