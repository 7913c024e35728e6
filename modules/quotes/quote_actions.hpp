#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

#include <vector>

/// Each is one transaction of its caller and one entry of the journal.
namespace quotes
{

/// A draft without lines. Id, author, dates and version are set here; throws base::NotFound for a
/// client this workspace does not hold.
QuoteId start_quote(tenancy::WorkspaceTransaction& tx, Quote quote);

/// Refuses "quotes.refusal.not_draft", "sale_documents.refusal.too_many_lines" and, as a conflict,
/// "quotes.refusal.changed_meanwhile". What the quote comes to is given with it.
void save_quote(tenancy::WorkspaceTransaction& tx, Quote quote, const std::vector<Line>& lines,
                std::int64_t seen_version);

/// A new draft with the same words and lines, valid as long as a new one, for the same client.
QuoteId copy_quote(tenancy::WorkspaceTransaction& tx, QuoteId original, base::Date valid_until);

/// Refuses "quotes.refusal.not_draft" and, as a conflict, "quotes.refusal.changed_meanwhile".
void remove_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, std::int64_t seen_version);

} // namespace quotes
