#include "modules/quotes/answer_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_mails.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

using base::refuse_unless;
using tenancy::Side;
using tenancy::WorkspaceTransaction;

Issue issue_of(WorkspaceTransaction& tx, QuoteId quote)
{
    auto issue = IssueStore{tx}.find(quote);
    if (!issue) throw base::NotFound{};
    return *issue;
}

base::Date today_in(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

/// One whose last day is over is expired, whether or not the night has noted it.
Quote answerable(WorkspaceTransaction& tx, QuoteId id, QuoteMove move)
{
    const auto quote = quote_by_id(tx, id);
    auto next = moved(quote, move);
    const bool is_over = quote.valid_until < today_in(tx);
    if (is_over)
        throw base::Refusal{"quotes.refusal.is.expired", {}, base::Refusal::Kind::Conflict};
    return next;
}

} // namespace

void see_quote(WorkspaceTransaction& tx, QuoteId id)
{
    auto quote = quote_by_id(tx, id);
    if (quote.state != QuoteState::sent || quote.seen_at) return;

    quote.seen_at = base::now();
    settle(tx, quote, What::seen);
    events::publish(
        tx, QuoteSeen{.quote = id, .client = quote.client_id, .sender = issue_of(tx, id).sent_by});
}

void decline_quote(WorkspaceTransaction& tx, QuoteId id, const std::string& reason)
{
    const auto side = tx.actor().side;
    auto quote = side == Side::portal ? answerable(tx, id, QuoteMove::decline)
                                      : moved(quote_by_id(tx, id), QuoteMove::decline);
    quote.settled_at = base::now();
    settle(tx, quote, side == Side::portal ? What::declined : What::refused, reason);
    events::publish(tx, QuoteDeclined{.quote = id,
                                      .client = quote.client_id,
                                      .sender = issue_of(tx, id).sent_by,
                                      .side = side});
}

void ask_about_quote(WorkspaceTransaction& tx, QuoteId id, const std::string& question)
{
    const auto quote = quote_by_id(tx, id);
    answerable(tx, id, QuoteMove::accept);
    const auto issue = issue_of(tx, id);
    tell(tx, id, What::asked, question);
    mail_question(tx, quote, issue, question);
    events::publish(tx,
                    QuoteAsked{.quote = id, .client = quote.client_id, .sender = issue.sent_by});
}

void expire_quote(WorkspaceTransaction& tx, QuoteId id)
{
    const auto quote = quote_by_id(tx, id);
    if (quote.state != QuoteState::sent || quote.valid_until >= today_in(tx)) return;

    settle(tx, moved(quote, QuoteMove::expire), What::expired);
    events::publish(
        tx,
        QuoteExpired{.quote = id, .client = quote.client_id, .sender = issue_of(tx, id).sent_by});
}

void extend_quote(WorkspaceTransaction& tx, QuoteId id, base::Date until)
{
    auto quote = moved(quote_by_id(tx, id), QuoteMove::extend);
    refuse_unless(until >= today_in(tx), "quotes.refusal.past_validity");

    quote.valid_until = until;
    settle(tx, quote, What::extended, until.text());
}

QuoteId replace_quote(WorkspaceTransaction& tx, QuoteId id, base::Date valid_until)
{
    auto old = moved(quote_by_id(tx, id), QuoteMove::replace);

    const auto version = copy_quote(tx, id, valid_until);
    old.replaced_by = version;
    settle(tx, old, What::replaced);
    events::publish(tx, QuoteReplaced{.quote = id, .version = version, .client = old.client_id});
    return version;
}

std::vector<Line> with_options(std::vector<Line> lines, const std::vector<std::int64_t>& chosen)
{
    for (auto& line : lines)
        line.is_ticked = false;
    for (const auto place : chosen) {
        const bool is_there = place >= 1 && place <= std::ssize(lines);
        refuse_unless(is_there, "quotes.refusal.option");
        auto& line = lines[static_cast<std::size_t>(place) - 1];
        refuse_unless(line.kind == LineKind::option, "quotes.refusal.option");
        line.is_ticked = true;
    }
    return lines;
}

void accept_quote(WorkspaceTransaction& tx, const Acceptance& acceptance)
{
    const auto id = acceptance.quote;
    auto quote = answerable(tx, id, QuoteMove::accept);
    QuoteStore store{tx};
    const auto lines = with_options(store.lines(id), acceptance.chosen);
    const auto all = counted(quote.terms(), lines, sale_documents::books_of(tx.workspace()));
    if (all.problem) throw base::Refusal{all.problem->key, all.problem->params};
    refuse_unless(all.figures && billing::identity_of(*all.figures) == acceptance.identity,
                  "quotes.refusal.other_figures");

    if (!all.code.empty())
        sale_documents::use_code(tx, quote.terms().promotion, bearer_of(quote), quote.number);
    quote.gross = all.figures->totals.gross;
    quote.settled_at = base::now();
    settle(tx, quote, What::accepted);
    store.write_lines(id, lines);
    IssueStore{tx}.insert(Agreement{.quote_id = id,
                                    .signing_id = acceptance.signature,
                                    .figures = billing::frozen(*all.figures),
                                    .identity = acceptance.identity,
                                    .accepted_at = *quote.settled_at});
    const auto issue = issue_of(tx, id);
    if (acceptance.paper && !issue.to_email.empty())
        mail_agreement(tx, quote, issue, acceptance.paper);
    events::publish(tx,
                    QuoteAccepted{.quote = id, .client = quote.client_id, .sender = issue.sent_by});
}

} // namespace quotes
