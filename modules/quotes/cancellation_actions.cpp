#include "modules/quotes/cancellation_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/erasure_store.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_mails.hpp"
#include "modules/quotes/quote_store.hpp"

namespace quotes
{
namespace
{

using tenancy::WorkspaceTransaction;

Holding& holding()
{
    static Holding the_holding = nullptr;
    return the_holding;
}

Issue issue_of(WorkspaceTransaction& tx, QuoteId quote)
{
    const auto issue = IssueStore{tx}.find(quote);
    if (!issue) throw base::NotFound{};
    return *issue;
}

} // namespace

void hold_with(Holding one)
{
    holding() = one;
}

std::optional<Holder> holder_of(WorkspaceTransaction& tx, QuoteId quote)
{
    return holding() == nullptr ? std::nullopt : holding()(tx, quote);
}

std::string told_of_cancellation(WorkspaceTransaction& tx, const Quote& quote)
{
    const auto issue = issue_of(tx, quote.id);
    const bool is_asked = issue.way == Way::hand && !ErasureStore{tx}.is_forgotten(quote.id);
    return is_asked ? crm::client(tx, quote.client_id).email : issue.to_email;
}

void cancel_quote(WorkspaceTransaction& tx, QuoteId id, const std::string& reason)
{
    QuoteStore{tx}.hold(id);
    const auto quote = moved(quote_by_id(tx, id), QuoteMove::cancel);
    if (const auto holder = holder_of(tx, id))
        throw base::Refusal{
            "quotes.refusal.invoiced", {{"number", holder->number}}, base::Refusal::Kind::Conflict};

    settle(tx, quote, What::cancelled, reason);
    auto issue = issue_of(tx, id);
    issue.to_email = told_of_cancellation(tx, quote);
    if (!issue.to_email.empty()) mail_cancellation(tx, quote, issue, reason);
    events::publish(
        tx, QuoteCancelled{.quote = id, .client = quote.client_id, .sender = issue.sent_by});
}

} // namespace quotes
