#include "modules/quotes/follow_up_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/quotes/follow_up_jobs.hpp"
#include "modules/quotes/follow_up_store.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_mails.hpp"

#include <algorithm>
#include <vector>

namespace quotes
{
namespace
{

using tenancy::WorkspaceTransaction;

/// In order; two that are set on one day are one.
std::vector<std::int64_t> days_of(const FollowUps& settings)
{
    std::vector<std::int64_t> days;
    for (const auto day : {settings.first, settings.second})
        if (day > 0) days.push_back(day);
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    return days;
}

std::string words_of(const FollowUps& settings)
{
    return std::to_string(settings.first) + ", " + std::to_string(settings.second);
}

/// The next one of a quote: what was missed while nothing ran is not made up for.
std::optional<base::Instant> next_at(WorkspaceTransaction& tx, QuoteId quote, base::Date sent_on)
{
    FollowUpStore store{tx};
    const auto last = store.last(quote);
    for (const auto day : days_of(store.settings())) {
        const auto at = follow_up_at(sent_on, day, tx.workspace().time_zone);
        if (!last || at > *last) return at;
    }
    return {};
}

void plan_at(WorkspaceTransaction& tx, QuoteId quote, base::Instant at)
{
    // The moment is in the key: the job that runs now plans the next one.
    jobs::enqueue(tx, {.kind = follow_up_job,
                       .payload = quote.text(),
                       .run_at = at,
                       .dedupe = quote.text() + ":" + base::iso(at)});
}

} // namespace

void save_follow_ups(WorkspaceTransaction& tx, const FollowUps& settings)
{
    FollowUpStore store{tx};
    const auto before = store.settings();
    if (before == settings) return;

    store.save(settings);
    audit::append(tx, {.action = "quotes.follow_ups_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"days", words_of(before), words_of(settings)}}});
    events::touch(tx, "quotes");
}

void plan_follow_up(WorkspaceTransaction& tx, QuoteId quote, base::Date sent_on)
{
    if (const auto at = next_at(tx, quote, sent_on)) plan_at(tx, quote, *at);
}

void follow_up(WorkspaceTransaction& tx, QuoteId id)
{
    const auto quote = quote_by_id(tx, id);
    const auto issue = IssueStore{tx}.find(id);
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    const bool waits = quote.state == QuoteState::sent && quote.valid_until >= today;
    if (!waits || !issue || !issue->paper || issue->to_email.empty()) return;
    const auto due = next_at(tx, id, issue->sent_on);
    if (!due) return;
    if (*due > base::now()) return plan_at(tx, id, *due);

    // The row is written first: of two that come together one waits, and then finds another
    // version.
    settle(tx, quote, What::followed_up, issue->to_email);
    mail_follow_up(tx, quote, *issue);
    plan_follow_up(tx, id, issue->sent_on);
}

} // namespace quotes
