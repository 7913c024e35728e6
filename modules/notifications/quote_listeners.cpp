#include "modules/notifications/quote_listeners.hpp"

#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{
namespace
{

using tenancy::MembershipId;
using tenancy::WorkspaceTransaction;

void tell(WorkspaceTransaction& tx, const char* event, quotes::QuoteId quote, MembershipId sender)
{
    notify_and_write(tx, {.event = event,
                          .subject = {.kind = "quote", .id = quote.value},
                          .people = who_sent(tx, sender),
                          .state = {},
                          .origin = {}});
}

} // namespace

void on_quote_seen(WorkspaceTransaction& tx, const quotes::QuoteSeen& fact)
{
    tell(tx, "quotes.seen", fact.quote, fact.sender);
}

void on_quote_declined(WorkspaceTransaction& tx, const quotes::QuoteDeclined& fact)
{
    if (fact.side == tenancy::Side::portal) tell(tx, "quotes.declined", fact.quote, fact.sender);
}

void on_quote_asked(WorkspaceTransaction& tx, const quotes::QuoteAsked& fact)
{
    tell(tx, "quotes.asked", fact.quote, fact.sender);
}

void on_quote_accepted(WorkspaceTransaction& tx, const quotes::QuoteAccepted& fact)
{
    tell(tx, "quotes.accepted", fact.quote, fact.sender);
}

void on_quote_expired(WorkspaceTransaction& tx, const quotes::QuoteExpired& fact)
{
    tell(tx, "quotes.expired", fact.quote, fact.sender);
}

} // namespace notifications
