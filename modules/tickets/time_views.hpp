#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/time_entry.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// Time on a ticket as the team sees it, beside the thread.
struct TimePanel {
    TimeSum sum;
    std::vector<TimeEntry> entries; ///< newest day first
    std::optional<Timer> timer;     ///< of the reader, on this ticket
    bool may_record = false;
    bool may_correct_all = false; ///< also what others recorded
};
struct TimePanelView {
    html::Url ticket;
    const Reading& reading;
    const TimePanel& time;
    html::Html guard;
};
/// Nothing for who neither records time nor has any to see.
html::Html time_panel(const TimePanelView& view);

struct TimeFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    TimeEntry entry; ///< without an id: a new one
    std::string conflict;
};
html::Html time_form(const TimeFormView& view);

} // namespace tickets
