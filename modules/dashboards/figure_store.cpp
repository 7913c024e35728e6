#include "modules/dashboards/figure_store.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"

#include <array>
#include <stdexcept>

namespace dashboards
{
namespace
{

struct NamedClient {
    tenancy::ClientId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedClient, (), (id, name))

struct NamedCategory {
    std::int64_t id = 0;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedCategory, (), (id, name))

struct FilingRow {
    std::int64_t ticket = 0;
    std::int64_t category = 0;
};
BOOST_DESCRIBE_STRUCT(FilingRow, (), (ticket, category))

constexpr db::Query opened_in{"dashboards.opened_in", R"sql(
    SELECT opened_at, priority, assignee_id, client_id, id
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND opened_at >= :from AND opened_at < :until
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query replied_in{"dashboards.replied_in", R"sql(
    SELECT first_reply_at, priority, assignee_id, client_id, id, opened_at
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND first_reply_at >= :from AND first_reply_at < :until
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query resolved_in{"dashboards.resolved_in", R"sql(
    SELECT resolved_at, priority, assignee_id, client_id, id, opened_at, waited, reopened_count
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND resolved_at >= :from AND resolved_at < :until
       AND close_reason = ''
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query rated_in{"dashboards.rated_in", R"sql(
    SELECT r.rated_at, t.priority, t.assignee_id, t.client_id, t.id, r.score
      FROM tickets_published_rating r
      JOIN tickets_published_ticket t ON t.workspace_id = r.workspace_id AND t.id = r.ticket_id
     WHERE r.workspace_id = :workspace AND r.rated_at >= :from AND r.rated_at < :until
       AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(t.assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query list_opened{"dashboards.list_opened", R"sql(
    SELECT t.id, t.number, t.title, t.priority, COALESCE(t.assignee_id, 0) AS assignee,
           c.name AS client_name, t.opened_at AS at, 0 AS net, 0 AS whole,
           t.reopened_count AS reopenings, 0 AS score
      FROM tickets_published_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.opened_at >= :from AND t.opened_at < :until
       AND (t.opened_at, t.id) < (:after_at, :after_id)
       AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(t.assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
     ORDER BY t.opened_at DESC, t.id DESC LIMIT :limit
)sql"};

constexpr db::Query list_replied{"dashboards.list_replied", R"sql(
    SELECT t.id, t.number, t.title, t.priority, COALESCE(t.assignee_id, 0) AS assignee,
           c.name AS client_name, t.first_reply_at AS at, 0 AS net,
           t.first_reply_at - t.opened_at AS whole, t.reopened_count AS reopenings, 0 AS score
      FROM tickets_published_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace
       AND t.first_reply_at >= :from AND t.first_reply_at < :until
       AND (t.first_reply_at, t.id) < (:after_at, :after_id)
       AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(t.assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
     ORDER BY t.first_reply_at DESC, t.id DESC LIMIT :limit
)sql"};

constexpr db::Query list_resolved{"dashboards.list_resolved", R"sql(
    SELECT t.id, t.number, t.title, t.priority, COALESCE(t.assignee_id, 0) AS assignee,
           c.name AS client_name, t.resolved_at AS at,
           t.resolved_at - t.opened_at - t.waited AS net, t.resolved_at - t.opened_at AS whole,
           t.reopened_count AS reopenings, 0 AS score
      FROM tickets_published_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.resolved_at >= :from AND t.resolved_at < :until
       AND t.close_reason = '' AND t.reopened_count >= :reopened_from
       AND (t.resolved_at, t.id) < (:after_at, :after_id)
       AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(t.assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
     ORDER BY t.resolved_at DESC, t.id DESC LIMIT :limit
)sql"};

constexpr db::Query list_rated{"dashboards.list_rated", R"sql(
    SELECT t.id, t.number, t.title, t.priority, COALESCE(t.assignee_id, 0) AS assignee,
           c.name AS client_name, r.rated_at AS at, 0 AS net, 0 AS whole,
           t.reopened_count AS reopenings, r.score
      FROM tickets_published_rating r
      JOIN tickets_published_ticket t ON t.workspace_id = r.workspace_id AND t.id = r.ticket_id
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE r.workspace_id = :workspace AND r.rated_at >= :from AND r.rated_at < :until
       AND (r.rated_at, r.ticket_id) < (:after_at, :after_id)
       AND (CAST(:priority AS TEXT) = '' OR t.priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(t.assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR t.client_id = :client)
     ORDER BY r.rated_at DESC, r.ticket_id DESC LIMIT :limit
)sql"};

constexpr db::Query names_of_clients{"dashboards.client_names", R"sql(
    SELECT id, name FROM crm_published_client WHERE workspace_id = :workspace LIMIT :limit
)sql"};

constexpr db::Query names_of_categories{"dashboards.category_names", R"sql(
    SELECT id, name FROM tickets_published_category WHERE workspace_id = :workspace LIMIT :limit
)sql"};

constexpr db::Query filings{"dashboards.filings", R"sql(
    SELECT f.ticket_id AS ticket, f.category_id AS category
      FROM (SELECT id FROM tickets_published_ticket
             WHERE workspace_id = :workspace AND opened_at >= :from AND opened_at < :until
             UNION SELECT id FROM tickets_published_ticket
             WHERE workspace_id = :workspace
               AND first_reply_at >= :from AND first_reply_at < :until
             UNION SELECT id FROM tickets_published_ticket
             WHERE workspace_id = :workspace AND resolved_at >= :from AND resolved_at < :until
             UNION SELECT ticket_id FROM tickets_published_rating
             WHERE workspace_id = :workspace AND rated_at >= :from AND rated_at < :until) t
      JOIN tickets_published_filing f ON f.workspace_id = :workspace AND f.ticket_id = t.id
     LIMIT :limit
)sql"};

db::Binds binds_of(const Stretch& stretch, const Filter& filter, int limit)
{
    const auto priority =
        filter.priority ? std::string{forms::enum_name(*filter.priority)} : std::string{};
    return {{"from", stretch.from},
            {"until", stretch.until},
            {"priority", priority},
            {"member", filter.member ? filter.member->value : std::int64_t{-1}},
            {"client", filter.client},
            {"limit", limit}};
}

/// What happened, and where its columns are; every kind begins with when, priority, member, client,
/// ticket.
struct Kind {
    Counted what;
    const db::Query& query;
};
constexpr std::array kinds{Kind{Counted::opened, opened_in}, Kind{Counted::replied, replied_in},
                           Kind{Counted::resolved, resolved_in}, Kind{Counted::rated, rated_in}};

/// The columns are read once each: at a hundred thousand rows that is most of the time.
tickets::Priority priority_in(std::string_view word)
{
    for (const auto priority : {tickets::Priority::medium, tickets::Priority::low,
                                tickets::Priority::high, tickets::Priority::urgent})
        if (word == forms::enum_name(priority)) return priority;
    throw std::runtime_error("unknown priority in the database: " + std::string{word});
}

void add_times(Fact& fact, const db::Row& row)
{
    fact.whole = Length{fact.at.micros - row.integer(5)};
    if (fact.what == Counted::replied) return;
    fact.net = fact.whole - Length{row.integer(6)};
    fact.was_reopened = row.integer(7) > 0;
}

Fact fact_in(const db::Row& row, Counted what, FigureStore::Clients clients)
{
    Fact fact{.what = what,
              .at = {row.integer(0)},
              .priority = priority_in(row.text(1)),
              .assignee = {row.is_null(2) ? 0 : row.integer(2)}};
    if (clients == FigureStore::Clients::told) {
        fact.client = {row.integer(3)};
        fact.ticket = {row.integer(4)};
    }
    if (what == Counted::rated)
        fact.score = row.integer(5);
    else if (what != Counted::opened)
        add_times(fact, row);
    return fact;
}

const db::Query& list_query(Counted what)
{
    switch (what) {
    case Counted::opened:
        return list_opened;
    case Counted::replied:
        return list_replied;
    case Counted::rated:
        return list_rated;
    case Counted::resolved:
    case Counted::reopened:
        break;
    }
    return list_resolved;
}

} // namespace

void FigureStore::each(const Stretch& stretch, const Filter& filter, Clients clients,
                       const Take& take)
{
    auto binds = binds_of(stretch, filter, facts_max + 1);
    binds.emplace_back("workspace", tx_.workspace().id);
    for (const auto& kind : kinds) {
        const auto rows = tx_.connection().open(kind.query, binds);
        for (int taken = 0; rows->next(); ++taken) {
            base::refuse_unless(taken < facts_max, "dashboards.refusal.too_many");
            take(fact_in(*rows, kind.what, clients));
        }
    }
}

Tally FigureStore::tally(const Stretch& stretch, const Filter& filter)
{
    RunningTally running;
    each(stretch, filter, Clients::untold, [&](const Fact& fact) { running.add(fact); });
    return running.tally();
}

std::vector<ListedTicket> FigureStore::listed(Counted what, const Stretch& stretch,
                                              const Filter& filter, const Cursor& after)
{
    auto binds = binds_of(stretch, filter, listed_page_rows + 1);
    binds.emplace_back("after_at", after.at);
    binds.emplace_back("after_id", after.id);
    const auto& query = list_query(what);
    if (&query == &list_resolved)
        binds.emplace_back("reopened_from", std::int64_t{what == Counted::reopened ? 1 : 0});
    return tx_.rows<ListedTicket>(query, std::move(binds));
}

std::map<Key, std::string> FigureStore::client_names()
{
    std::map<Key, std::string> names;
    for (auto& client : tx_.rows<NamedClient>(names_of_clients, {{"limit", facts_max}}))
        names.emplace(client.id.value, std::move(client.name));
    return names;
}

std::map<Key, std::string> FigureStore::category_names()
{
    std::map<Key, std::string> names;
    for (auto& category : tx_.rows<NamedCategory>(names_of_categories, {{"limit", facts_max}}))
        names.emplace(category.id, std::move(category.name));
    return names;
}

Filed FigureStore::filed(const Stretch& stretch)
{
    const auto rows = tx_.rows<FilingRow>(
        filings, {{"from", stretch.from}, {"until", stretch.until}, {"limit", facts_max + 1}});
    base::refuse_unless(rows.size() <= facts_max, "dashboards.refusal.too_many");
    Filed filed;
    for (const auto& row : rows)
        filed[row.ticket].push_back(row.category);
    return filed;
}

} // namespace dashboards
