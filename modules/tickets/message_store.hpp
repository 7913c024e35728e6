#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/message.hpp"

#include <optional>
#include <vector>

namespace tickets
{

/// The thread the client and the team share.
class MessageStore
{
  public:
    explicit MessageStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Message& message);
    void save_correction(const Message& message);
    /// Of that ticket; nothing for a message of another.
    std::optional<Message> find(TicketId ticket, MessageId id);
    /// Oldest first, at most the last 300.
    std::vector<Message> of_ticket(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
