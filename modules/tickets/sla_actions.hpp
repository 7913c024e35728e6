#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/tickets/sla_policy.hpp"

#include <string_view>

namespace tickets
{

inline constexpr std::string_view sla_job = "tickets.sla";

/// The clocks of a ticket just opened, those without a promise too: its priority may change.
void start_clocks(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// After anything that happened to it. A ticket from before promises were made has no clock.
void follow_clocks(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// Tells who takes care of it, and the admins, of a warning or a breach: each once.
void look_at_clocks(tenancy::WorkspaceTransaction& tx, TicketId ticket);
void run_sla(tenancy::Context& context, const jobs::Job& job);

/// Audited. Refuses "tickets.refusal.sla_changed" (409) when somebody saved other ones meanwhile.
/// Clocks that run follow at the next thing that happens to their ticket.
void save_policy(tenancy::WorkspaceTransaction& tx, const SlaPolicy& policy,
                 std::int64_t seen_version);

} // namespace tickets
