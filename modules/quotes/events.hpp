#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>

namespace quotes
{

using QuoteId = base::Id<struct QuoteTag>;

/// A quote left for its client, with its number; `email` is empty for one handed over.
struct QuoteSent {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
    std::string name;
    std::string email;
};
/// The client opened it for the first time.
struct QuoteSeen {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender; ///< who is told
};
/// By the client himself, or as somebody of the team noted it.
struct QuoteDeclined {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
    tenancy::Side side = tenancy::Side::portal;
};
/// The client asks something before he decides.
struct QuoteAsked {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
};
struct QuoteExpired {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
};
/// A new version is being written; the old one can be accepted no more.
struct QuoteReplaced {
    QuoteId quote;
    QuoteId version;
    tenancy::ClientId client;
};
struct QuoteAccepted {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
};
/// An accepted one holds no more; no invoice of it is issued, and none will be.
struct QuoteCancelled {
    QuoteId quote;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
};

} // namespace quotes
