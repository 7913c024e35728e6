#include "modules/quotes/issue_store.hpp"

namespace quotes
{
namespace
{

constexpr db::Table<Issue> issue_table{"quotes_issue"};
constexpr db::Table<Agreement> agreement_table{"quotes_agreement"};
constexpr db::Table<Event> event_table{"quotes_event"};

constexpr db::Query find_issue{"quotes.issue", R"sql(
    SELECT quote_id, way, to_name, to_email, words, sent_by, sent_on, figures, identity, parties,
           look, paper
      FROM quotes_issue
     WHERE workspace_id = :workspace AND quote_id = :quote
)sql"};

constexpr db::Query keep_paper{"quotes.set_paper", R"sql(
    UPDATE quotes_issue SET paper = :file
     WHERE workspace_id = :workspace AND quote_id = :quote AND paper IS NULL
)sql"};

constexpr db::Query find_agreement{"quotes.agreement", R"sql(
    SELECT quote_id, signing_id, figures, identity, accepted_at
      FROM quotes_agreement
     WHERE workspace_id = :workspace AND quote_id = :quote
)sql"};

constexpr db::Query events_of_quote{"quotes.events", R"sql(
    SELECT id, quote_id, what, at, by_member, words
      FROM quotes_event
     WHERE workspace_id = :workspace AND quote_id = :quote
     ORDER BY id DESC LIMIT :limit
)sql"};

} // namespace

void IssueStore::insert(const Issue& issue)
{
    tx_.insert(issue_table, issue);
}

std::optional<Issue> IssueStore::find(QuoteId quote)
{
    return tx_.find<Issue>(find_issue, {{"quote", quote}});
}

bool IssueStore::set_paper(QuoteId quote, std::int64_t file)
{
    return tx_.execute(keep_paper, {{"quote", quote}, {"file", file}}) == 1;
}

void IssueStore::insert(const Agreement& agreement)
{
    tx_.insert(agreement_table, agreement);
}

std::optional<Agreement> IssueStore::agreement(QuoteId quote)
{
    return tx_.find<Agreement>(find_agreement, {{"quote", quote}});
}

void IssueStore::insert(const Event& event)
{
    tx_.insert(event_table, event);
}

std::vector<Event> IssueStore::events(QuoteId quote)
{
    return tx_.rows<Event>(events_of_quote, {{"quote", quote}, {"limit", events_max}});
}

} // namespace quotes
