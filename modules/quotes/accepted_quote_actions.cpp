#include "kernel/base/refusal.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/quotes/quotes.hpp"

namespace quotes
{

using tenancy::WorkspaceTransaction;

AcceptedQuote accepted_quote(WorkspaceTransaction& tx, QuoteId id)
{
    const auto quote = QuoteStore{tx}.find(id);
    const auto agreement = IssueStore{tx}.agreement(id);
    if (!quote || !agreement) throw base::NotFound{};
    return {.quote = id,
            .client = quote->client_id,
            .number = quote->number,
            .title = quote->title,
            .terms = quote->terms(),
            .lines = QuoteStore{tx}.lines(id),
            .figures = billing::figures_from(agreement->figures),
            .is_cancelled = quote->state == QuoteState::cancelled};
}

void hold_quote(WorkspaceTransaction& tx, QuoteId quote)
{
    QuoteStore{tx}.hold(quote);
}

} // namespace quotes
