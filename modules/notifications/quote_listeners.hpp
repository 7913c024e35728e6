#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/events.hpp"

/// What is told of quotes to who sent them, or to the administrators when he left. All run within
/// the transaction that tells the fact.
namespace notifications
{

void on_quote_seen(tenancy::WorkspaceTransaction& tx, const quotes::QuoteSeen& fact);
/// Of the client alone: who notes a refusal knows it.
void on_quote_declined(tenancy::WorkspaceTransaction& tx, const quotes::QuoteDeclined& fact);
void on_quote_asked(tenancy::WorkspaceTransaction& tx, const quotes::QuoteAsked& fact);
void on_quote_accepted(tenancy::WorkspaceTransaction& tx, const quotes::QuoteAccepted& fact);
void on_quote_expired(tenancy::WorkspaceTransaction& tx, const quotes::QuoteExpired& fact);

} // namespace notifications
