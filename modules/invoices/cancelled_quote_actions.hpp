#pragma once

#include "modules/invoices/invoice.hpp"
#include "modules/quotes/events.hpp"

#include <optional>
#include <string>

namespace invoices
{

/// An issued invoice of that quote, which is taken back before the quote is cancelled.
std::optional<quotes::Holder> issued_of(tenancy::WorkspaceTransaction& tx, quotes::QuoteId quote);
/// What is still open of it is not issued any more: the journal of each says so.
void on_quote_cancelled(tenancy::WorkspaceTransaction& tx, const quotes::QuoteCancelled& fact);
/// The number of the quote it is a part of, once that was cancelled; empty otherwise.
std::string cancelled_quote(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

} // namespace invoices
