#pragma once

#include "modules/quotes/issue.hpp"
#include "modules/quotes/quotes.hpp"

#include <string>

namespace quotes
{

/// What keeps that quote from being cancelled; nothing: it may be.
std::optional<Holder> holder_of(tenancy::WorkspaceTransaction& tx, QuoteId quote);

/// Who is written to when it is cancelled: whom it went to; handed over, the client himself. Empty:
/// nobody, and nobody who was erased.
std::string told_of_cancellation(tenancy::WorkspaceTransaction& tx, const Quote& quote);

/// An accepted one holds no more: told to its client by mail, with the reason; its paper and its
/// signature stay. Refuses the sentence of its state when it is not accepted, and
/// "quotes.refusal.invoiced" {number} while an invoice of it is issued.
void cancel_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, const std::string& reason);

} // namespace quotes
