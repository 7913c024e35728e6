#include "modules/quotes/sending_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/expiry_actions.hpp"
#include "modules/quotes/follow_up_actions.hpp"
#include "modules/quotes/issue_jobs.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_index.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

billing::Figures figures_of_draft(WorkspaceTransaction& tx, const Quote& quote)
{
    const auto lines = QuoteStore{tx}.lines(quote.id);
    const auto books = sale_documents::books_of(tx.workspace());
    if (const auto* line = sale_documents::line_of_other_regime(lines, books))
        throw base::Refusal{"sale_documents.refusal.other_regime", {{"line", line->name}}};
    auto all = counted(quote.terms(), lines, books);
    if (all.problem) throw base::Refusal{all.problem->key, all.problem->params};
    sale_documents::check_code(tx, quote.terms().promotion, bearer_of(quote));
    refuse_unless(all.figures.has_value(), "quotes.refusal.nothing_counted");
    return *all.figures;
}

Issue issue_of(WorkspaceTransaction& tx, const Quote& quote, const Sending& sending,
               const billing::Figures& figures)
{
    const bool is_mailed = sending.way == Way::mail;
    return {.quote_id = quote.id,
            .way = sending.way,
            .to_name = sending.to_name,
            .to_email = is_mailed ? sending.to_email : std::string{},
            .words = is_mailed ? sending.words : std::string{},
            .sent_by = tx.actor().membership,
            .sent_on = base::date_in(base::now(), tx.workspace().time_zone),
            .figures = billing::frozen(figures),
            .identity = billing::identity_of(figures),
            .parties = frozen(sale_documents::parties_today(tx, quote.client_id)),
            .look = sale_documents::look_today(tx, sale_documents::DocumentType::quote),
            .paper = {}};
}

} // namespace

void send_quote(WorkspaceTransaction& tx, const Sending& sending)
{
    const auto draft = quote_by_id(tx, sending.quote);
    if (!is_editable(draft.state))
        throw base::Refusal{"quotes.refusal.already_sent", {}, base::Refusal::Kind::Conflict};
    auto quote = moved(draft, QuoteMove::send);
    if (draft.version != sending.seen_version)
        throw base::Refusal{"quotes.refusal.changed_since", {}, base::Refusal::Kind::Conflict};
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    refuse_unless(sending.valid_until >= today, "quotes.refusal.past_validity");
    const auto figures = figures_of_draft(tx, draft);

    quote.number = numbering::take(tx, quote_series, today);
    quote.valid_until = sending.valid_until;
    quote.gross = figures.totals.gross;
    quote.sent_at = base::now();
    const auto issue = issue_of(tx, quote, sending, figures);
    settle(tx, quote, What::sent, issue.to_email);
    IssueStore{tx}.insert(issue);
    search::replace(tx, names_of(draft), names_of(quote).terms);
    jobs::enqueue(tx, {.kind = issue_job, .payload = quote.id.text(), .dedupe = quote.id.text()});
    if (issue.way == Way::mail) plan_follow_up(tx, quote.id, issue.sent_on);
    plan_expiry(tx, base::now());
    events::publish(tx, QuoteSent{.quote = quote.id,
                                  .client = quote.client_id,
                                  .sender = issue.sent_by,
                                  .name = issue.to_name,
                                  .email = issue.to_email});
}

} // namespace quotes
