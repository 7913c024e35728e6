#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// The thread the client and the team share.
class MessageStore
{
  public:
    explicit MessageStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Message& message);
    /// `before`: what it said. What the ticket repeats of it (excerpt, summary) says the new words;
    /// what somebody wrote meanwhile stays.
    void save_correction(const Message& message, const std::string& before);
    /// Of that ticket; nothing for a message of another.
    std::optional<Message> find(TicketId ticket, MessageId id);
    /// Oldest first, at most the last 300.
    std::vector<Message> of_ticket(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
