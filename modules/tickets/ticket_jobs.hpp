#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/tickets/ticket.hpp"

#include <string>
#include <string_view>

namespace tickets
{

inline constexpr std::string_view move_when_due_job = "tickets.move_when_due";
inline constexpr std::string_view alert_unassigned_job = "tickets.alert_unassigned";

/// The ticket, and since when it is in its state: a job that finds it elsewhere does nothing.
std::string payload_of(const Ticket& ticket);

void run_move_when_due(tenancy::Context& context, const jobs::Job& job);
void run_alert_unassigned(tenancy::Context& context, const jobs::Job& job);

} // namespace tickets
