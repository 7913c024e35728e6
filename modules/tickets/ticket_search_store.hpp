#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// A ticket as a line of results.
struct TicketHit {
    std::int64_t id = 0;
    std::string number;
    std::string title;
    std::string state;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(TicketHit, (), (id, number, title, state, client_name))

/// What was said to a client.
struct SaidText {
    TicketId ticket_id;
    tenancy::ClientId client_id;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(SaidText, (), (ticket_id, client_id, body))

/// What the search reads of tickets and their public thread; notes are NoteStore's.
class TicketSearchStore
{
  public:
    explicit TicketSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Only those of this assignee, when there is one.
    std::vector<TicketHit> hits(const std::vector<std::int64_t>& ids,
                                tenancy::MembershipId assignee);
    /// Those of the client, on projects that are still assigned to him.
    std::vector<TicketHit> hits_of_client(const std::vector<std::int64_t>& ids,
                                          tenancy::ClientId client);
    std::optional<SaidText> message(MessageId id);
    /// Above `after`, in order.
    std::vector<std::int64_t> ticket_ids(std::int64_t after, int limit);
    std::vector<std::int64_t> message_ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
