#pragma once

#include "kernel/files/files.hpp"
#include "modules/tickets/ticket_store.hpp"

#include <string>
#include <vector>

/// Files of a ticket. Those of the conversation belong to the owner kind "ticket", part = message
/// or 0 for the description; those of internal notes to "ticket_note", which no page of the client
/// reads and no request of his opens.
namespace tickets
{

inline constexpr const char* ticket_files = "ticket";
inline constexpr const char* note_files = "ticket_note";

/// How much a form of the conversation may carry, files and words. Bytes.
inline constexpr std::uint64_t attachments_bytes_max = 210'000'000;

/// Whether a member of the team takes part in the ticket, or may open the files of all of them.
bool may_open_files(const tenancy::Actor& actor, const Ticket& ticket,
                    const std::vector<Share>& shares);

/// Guardians of the two kinds: they throw base::NotFound to who may not see the ticket, and
/// base::Forbidden{"tickets.files"} to a colleague who does not take part in it.
void guard_ticket_file(tenancy::WorkspaceTransaction& tx, const files::File& file);
void guard_note_file(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace tickets
