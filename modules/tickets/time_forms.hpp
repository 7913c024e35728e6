#pragma once

#include "kernel/forms/form.hpp"
#include "modules/tickets/time_entry.hpp"

namespace tickets
{

struct SaveTime {
    forms::Number<1, entry_minutes_max> minutes;
    base::Date worked_on;
    bool is_billable = false;
    forms::LongText<0, 500> note;
    std::optional<forms::Number<1, 1'000'000'000>>
        version; ///< what the page of a correction showed
};
BOOST_DESCRIBE_STRUCT(SaveTime, (), (minutes, worked_on, is_billable, note, version))

} // namespace tickets
