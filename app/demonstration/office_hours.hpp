#pragma once

#include "app/demonstration/draw.hpp"
#include "kernel/base/clock.hpp"

#include <string_view>

/// When people write: hours that look like work, in the time zone of the business.
namespace demonstration
{

/// A span of time, both ends included.
struct Span {
    base::Instant from;
    base::Instant to;
};

/// Monday to Friday, 8 h to 18 h.
bool is_working_time(base::Instant at, std::string_view zone);

/// When the team opened, that many working days before the day of `at`.
base::Instant working_day_before(base::Instant at, int days, std::string_view zone);

/// A moment somebody asks for help: between 8 h and 18 h, one in twelve on a weekend, always inside
/// the span. A span without such a moment gives its end.
base::Instant asking_moment(const Span& span, std::string_view zone, Draw& draw);

/// `at` itself when the team works then; else a quarter or so after it opens the next working day.
base::Instant next_working_moment(base::Instant at, std::string_view zone, Draw& draw);
/// `at` itself between 7 h and 22 h; else the next morning: clients write in the evening too.
base::Instant next_waking_moment(base::Instant at, std::string_view zone, Draw& draw);

} // namespace demonstration
