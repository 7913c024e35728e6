#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>
#include <vector>

namespace tickets
{

using TicketId = base::Id<struct TicketTag>;

struct TicketOpened {
    TicketId ticket;
    tenancy::ClientId client;
};

/// Anchors, as written in workflows: "active", "resolved".
struct TicketMoved {
    TicketId ticket;
    std::string from;
    std::string to;
};

/// `assignee` is zero when nobody has it any more.
struct TicketAssigned {
    TicketId ticket;
    tenancy::MembershipId assignee;
};

/// A public message; internal notes tell nobody.
struct MessageWritten {
    TicketId ticket;
    tenancy::MembershipId author;
    tenancy::Side side = tenancy::Side::portal;
};

struct TicketShared {
    TicketId ticket;
    tenancy::MembershipId with;
};

/// What happened to a ticket, told to those it concerns; whoever did it is not among them. Of
/// an internal note, only that it mentions them.
struct TicketConcerns {
    TicketId ticket;
    std::string event; ///< a code of the preset's list « notifications.event »: "tickets.moved"
    std::vector<tenancy::MembershipId> people;
    std::string state; ///< the label of the new state as they read it; may be empty
};

/// Somebody has it before his eyes, with everything said until now.
struct TicketSeen {
    TicketId ticket;
    tenancy::MembershipId reader;
};

struct TicketRated {
    TicketId ticket;
    int score = 0;
};

} // namespace tickets
