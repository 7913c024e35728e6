#pragma once

#include "kernel/forms/form.hpp"
#include "modules/tickets/sla_policy.hpp"

#include <boost/describe/class.hpp>

namespace tickets
{

using DayText = forms::Text<0, 80>;                   ///< "9:00-12:00, 14:00-18:00"
using Hours = std::optional<forms::Number<1, 2'000>>; ///< nothing: nothing promised

struct SavePromises {
    DayText monday;
    DayText tuesday;
    DayText wednesday;
    DayText thursday;
    DayText friday;
    DayText saturday;
    DayText sunday;
    forms::LongText<0, 4'000> days_off; ///< one date a line
    Hours low_first_reply;
    Hours low_resolution;
    Hours medium_first_reply;
    Hours medium_resolution;
    Hours high_first_reply;
    Hours high_resolution;
    Hours urgent_first_reply;
    Hours urgent_resolution;
    forms::Number<0, 1'000'000> version;
};
BOOST_DESCRIBE_STRUCT(SavePromises, (),
                      (monday, tuesday, wednesday, thursday, friday, saturday, sunday, days_off,
                       low_first_reply, low_resolution, medium_first_reply, medium_resolution,
                       high_first_reply, high_resolution, urgent_first_reply, urgent_resolution,
                       version))

/// The policy that was typed; what cannot be read becomes an error of its field.
SlaPolicy policy_typed(forms::Form<SavePromises>& form, std::string_view zone);
/// As its form would send it.
forms::Typed typed_of(const SlaPolicy& policy);

} // namespace tickets
