#include "modules/quotes/sent_paper.hpp"

#include "kernel/documents/letterhead.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{

QuotePaper sent_paper(tenancy::WorkspaceTransaction& tx, QuoteId id)
{
    const auto issue = IssueStore{tx}.find(id);
    if (!issue) throw base::NotFound{};
    QuotePaper paper{.quote = quote_by_id(tx, id),
                     .lines = QuoteStore{tx}.lines(id),
                     .books = sale_documents::books_of(tx.workspace())};
    paper.parties = sale_documents::parties_from(issue->parties);
    paper.look = issue->look;
    paper.written_on = issue->sent_on;
    paper.made_at = paper.quote.sent_at.value_or(paper.quote.updated_at);
    paper.frozen =
        sale_documents::counted_from(billing::figures_from(issue->figures), paper.quote.terms());
    return paper;
}

std::string drawn(tenancy::Context& context, QuotePaper paper)
{
    paper.from = documents::letterhead_of(context);
    paper.colour = documents::paper_colour(context.workspace());
    return documents::pdf_of(paper_of(std::move(paper)));
}

} // namespace quotes
