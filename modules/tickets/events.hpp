#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>

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

struct TicketRated {
    TicketId ticket;
    int score = 0;
};

} // namespace tickets
