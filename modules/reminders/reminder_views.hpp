#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/reminders/reminder.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reminders
{

struct ScheduleView {
    guard::FormView fields;
    html::Url action;
    html::Html guard;
    std::optional<html::Url> wordings; ///< for who may write them
    bool is_on = false;                ///< as it is saved
    std::int64_t backlog = 0;          ///< late invoices it leaves alone
};
html::Html schedule_page(const ScheduleView& view);

/// What is known of one invoice, for the team.
struct PanelView {
    Hindrance hindrance = Hindrance::none;
    std::optional<Dispute> dispute;
    std::vector<Reminder> sent;
    std::optional<base::Date> next; ///< when the schedule writes again
    std::map<tenancy::MembershipId, std::string> names;
    base::Currency currency = base::Currency::EUR;
    bool may_manage = false;
    html::Url invoice; ///< its page
    html::Html guard;
    base::Instant now;
    std::string zone;
};
html::Html reminders_card(const PanelView& view);

struct DisputeView {
    std::string number;
    std::string client;
    guard::FormView fields;
    html::Url action;
    html::Url invoice;
    html::Html guard;
};
html::Html dispute_page(const DisputeView& view);

} // namespace reminders
