#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/issue.hpp"

#include <string>

/// What every action on a sent quote does alike; for the actions of quotes only.
namespace quotes
{

void touch_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote);

/// As codes name it.
sale_documents::CodeBearer bearer_of(const Quote& quote);

/// Throws base::NotFound.
Quote quote_by_id(tenancy::WorkspaceTransaction& tx, QuoteId id);

/// The quote after that move; refuses, as a conflict, the sentence of its state when it does not
/// lead from there: « Ce devis a déjà été accepté ».
Quote moved(Quote quote, QuoteMove move);

/// Writes what became of the quote, a line of its history, an entry of the journal. Refuses
/// "quotes.refusal.changed_since" as a conflict when somebody wrote it since it was read.
void settle(tenancy::WorkspaceTransaction& tx, Quote quote, What what,
            const std::string& words = {});

/// A line of its history and an entry of the journal: nothing else changes.
void tell(tenancy::WorkspaceTransaction& tx, QuoteId quote, What what,
          const std::string& words = {});

} // namespace quotes
