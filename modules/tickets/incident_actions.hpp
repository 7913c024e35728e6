#pragma once

#include "kernel/jobs/jobs.hpp"
#include "modules/tickets/incident.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>
#include <string_view>

/// One problem at many clients. The team's, with "tickets.merge"; no client learns that others have
/// the problem too. Tickets are loaded by number (base::NotFound).
namespace tickets
{

inline constexpr std::string_view broadcast_job = "tickets.broadcast";

/// Puts `child` under `incident`, out of the one it was under. Refuses
/// "tickets.incident.refusal.itself", "…is_incident" (it has tickets under it), "…is_under" (the
/// incident is under another) and, past children_max, "…full".
void gather(tenancy::WorkspaceTransaction& tx, std::string_view child, std::string_view incident);
/// Nothing happens when it is not under it.
void part(tenancy::WorkspaceTransaction& tx, std::string_view child, std::string_view incident);

/// Writes down what a job sends to the incident and to each ticket under it now. Needs
/// "tickets.reply" or, to resolve, "tickets.move". Refuses "tickets.incident.refusal.nobody".
void send_to_all(tenancy::WorkspaceTransaction& tx, std::string_view incident, BroadcastKind kind,
                 const std::string& body);

/// Each ticket in a transaction of its own, as who wrote it: one that refuses is written down with
/// the reason, the others go on. Begun again after a stop it goes on where it was.
void run_broadcast(tenancy::Context& context, const jobs::Job& job);

} // namespace tickets
