#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/share_guest.hpp"

#include <vector>

namespace tickets
{

inline constexpr int guests_max = 20; ///< of one ticket

/// A client whom the team may open a ticket to.
struct Invitable {
    tenancy::ClientId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Invitable, (), (id, name))

/// The only statements on tickets_guest, but for the list of a client's requests.
class GuestStore
{
  public:
    explicit GuestStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void add(const Guest& guest);
    void remove(TicketId ticket, tenancy::ClientId client);
    bool holds(TicketId ticket, tenancy::ClientId client);
    /// The other clients of its project who are no guests yet, by name; at most 200.
    std::vector<Invitable> invitable(const Ticket& ticket);
    /// In the order they were opened to, at most guests_max.
    std::vector<Guest> of_ticket(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
