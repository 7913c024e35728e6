#pragma once

#include "kernel/files/files.hpp"
#include "modules/tickets/message.hpp"

#include <vector>

/// What the tickets that ended in another brought with them. Nothing here knows internal notes.
namespace tickets
{

/// A ticket and what was said and sent in it, as the actor may see it.
struct Thread {
    std::vector<Message> messages;
    std::vector<files::File> files;
    std::vector<Ticket> absorbed; ///< that ended here; those not visible to the actor are left out
};
/// A description that came with a merge is a message with the id of its ticket, and its files are
/// those of that message. At most 300 messages of each ticket.
Thread thread_of_ticket(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);

/// Where whoever asks for this ticket is led: the number of the one it ended in, if he may see it.
std::optional<std::string> number_to_follow(tenancy::WorkspaceTransaction& tx,
                                            std::string_view number);

} // namespace tickets
