#include "modules/quotes/issued_paper_actions.hpp"

#include "kernel/files/kept_pdf.hpp"
#include "modules/quotes/issue_jobs.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_mails.hpp"
#include "modules/quotes/sent_paper.hpp"

#include <stdexcept>

namespace quotes
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Nothing when it has its paper already.
std::optional<QuotePaper> frozen_paper(WorkspaceTransaction& tx, QuoteId id)
{
    const auto issue = IssueStore{tx}.find(id);
    if (!issue || issue->paper) return {};
    return sent_paper(tx, id);
}

/// What was answered, replaced or erased before its paper was drawn is sent to nobody.
bool is_mailed(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue)
{
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    return !issue.to_email.empty() && quote.state == QuoteState::sent && quote.valid_until >= today;
}

void keep_paper(WorkspaceTransaction& tx, QuoteId id, const files::KeptPdf& pdf)
{
    IssueStore store{tx};
    const auto issue = store.find(id);
    if (!issue || issue->paper) return;
    const auto file = pdf.attach(tx, {.kind = quote_papers, .id = id.value});
    if (!store.set_paper(id, file.value)) throw std::runtime_error("a quote has its paper already");
    const auto quote = quote_by_id(tx, id);
    if (is_mailed(tx, quote, *issue)) mail_issue(tx, quote, *issue, file);
    touch_quote(tx, id);
}

} // namespace

void issue_paper(tenancy::Context& context, QuoteId id)
{
    auto paper = context.read([&](WorkspaceTransaction& tx) { return frozen_paper(tx, id); });
    if (!paper) return;

    const auto number = paper->quote.number;
    const auto bytes = drawn(context, *std::move(paper));
    const files::KeptPdf pdf{context.workspace().id, number, bytes};
    context.write([&](WorkspaceTransaction& tx) { keep_paper(tx, id, pdf); });
}

} // namespace quotes
