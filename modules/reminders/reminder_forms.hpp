#pragma once

#include "kernel/forms/form.hpp"
#include "modules/reminders/reminder.hpp"

#include <boost/describe/class.hpp>

namespace reminders
{

struct SaveReminders {
    bool is_on = false;
    forms::Number<1, reminder_days_max> first;
    std::optional<forms::Number<1, reminder_days_max>> second; ///< empty: none
    std::optional<forms::Number<1, reminder_days_max>> third;
    bool backlog = false; ///< invoices that are late already are reminded too
};
BOOST_DESCRIBE_STRUCT(SaveReminders, (), (is_on, first, second, third, backlog))
/// Each comes later than the one before.
void check_whole(forms::Form<SaveReminders>& form);

struct OpenDispute {
    forms::LongText<1, reason_length_max> reason;
};
BOOST_DESCRIBE_STRUCT(OpenDispute, (), (reason))

} // namespace reminders
