#pragma once

#include "kernel/search/search.hpp"
#include "modules/tickets/message.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What tickets are found by. Everybody who may read the thread finds its words; those of internal
/// notes are written for the team's own scope and for no client's.
namespace tickets
{

struct Note;

inline constexpr std::string_view ticket_texts = "tickets.ticket";
inline constexpr std::string_view message_texts = "tickets.message";
inline constexpr std::string_view note_texts = "tickets.note";

/// Number and title now, the description by a job.
void index_new(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);
/// A message that says something else than `before`: the words that nothing of the thread says any
/// more are not found any more.
void index_corrected(tenancy::WorkspaceTransaction& tx, const Ticket& ticket,
                     const Message& message, const std::string& before);

/// The same of an internal note: its words are the team's.
void index_note_corrected(tenancy::WorkspaceTransaction& tx, const Note& note,
                          const std::string& before);

/// What a search of the team shows, and of a client.
std::vector<search::Hit> show_tickets(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids);
std::vector<search::Hit> show_requests(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids);

search::Kind ticket_kind();
search::Source ticket_source();
search::Source message_source();
search::Source note_source();

} // namespace tickets
