#include "modules/dashboards/figure_store.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"

namespace dashboards
{
namespace
{

struct FactRow {
    base::Instant at;
    tickets::TicketId ticket;
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee;
    tenancy::ClientId client;
    std::int64_t net = 0;
    std::int64_t whole = 0;
    std::int64_t reopenings = 0;
};
BOOST_DESCRIBE_STRUCT(FactRow, (), (at, ticket, priority, assignee, client, net, whole, reopenings))

struct OpinionRow {
    base::Instant at;
    std::int64_t score = 0;
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee;
    tenancy::ClientId client;
};
BOOST_DESCRIBE_STRUCT(OpinionRow, (), (at, score, priority, assignee, client))

struct NamedClient {
    tenancy::ClientId id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedClient, (), (id, name))

constexpr db::Query opened_in{"dashboards.opened_in", R"sql(
    SELECT opened_at AS at, id AS ticket, priority, COALESCE(assignee_id, 0) AS assignee,
           client_id AS client, 0 AS net, 0 AS whole, 0 AS reopenings
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND opened_at >= :from AND opened_at < :until
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query replied_in{"dashboards.replied_in", R"sql(
    SELECT first_reply_at AS at, id AS ticket, priority, COALESCE(assignee_id, 0) AS assignee,
           client_id AS client, 0 AS net, first_reply_at - opened_at AS whole, 0 AS reopenings
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND first_reply_at >= :from AND first_reply_at < :until
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query resolved_in{"dashboards.resolved_in", R"sql(
    SELECT resolved_at AS at, id AS ticket, priority, COALESCE(assignee_id, 0) AS assignee,
           client_id AS client, resolved_at - opened_at - waited AS net,
           resolved_at - opened_at AS whole, reopened_count AS reopenings
      FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND resolved_at >= :from AND resolved_at < :until
       AND close_reason = ''
       AND (CAST(:priority AS TEXT) = '' OR priority = :priority)
       AND (CAST(:member AS BIGINT) < 0 OR COALESCE(assignee_id, 0) = :member)
       AND (CAST(:client AS BIGINT) = 0 OR client_id = :client)
     LIMIT :limit
)sql"};

constexpr db::Query rated_in{"dashboards.rated_in", R"sql(
    SELECT r.rated_at AS at, r.score, t.priority, COALESCE(t.assignee_id, 0) AS assignee,
           t.client_id AS client
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

constexpr db::Query urgent_of_nobody{"dashboards.urgent_of_nobody", R"sql(
    SELECT t.number, t.title, c.name AS client_name, t.opened_at
      FROM tickets_published_ticket t
      JOIN crm_published_client c ON c.workspace_id = t.workspace_id AND c.id = t.client_id
     WHERE t.workspace_id = :workspace AND t.is_open = TRUE AND t.assignee_id IS NULL
       AND t.priority = 'urgent'
     ORDER BY t.opened_at, t.id LIMIT :limit
)sql"};

constexpr db::Query names_of_clients{"dashboards.client_names", R"sql(
    SELECT id, name FROM crm_published_client WHERE workspace_id = :workspace LIMIT :limit
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

template <class Row>
std::vector<Row> all_of(tenancy::WorkspaceTransaction& tx, const db::Query& query, db::Binds binds)
{
    auto rows = tx.rows<Row>(query, std::move(binds));
    base::refuse_unless(rows.size() <= facts_max, "dashboards.refusal.too_many");
    return rows;
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

std::vector<Fact> FigureStore::facts_of(const db::Query& query, const Stretch& stretch,
                                        const Filter& filter)
{
    std::vector<Fact> facts;
    for (const auto& row : all_of<FactRow>(tx_, query, binds_of(stretch, filter, facts_max + 1)))
        facts.push_back({.at = row.at,
                         .ticket = row.ticket,
                         .priority = row.priority,
                         .assignee = row.assignee,
                         .client = row.client,
                         .net = Length{row.net},
                         .whole = Length{row.whole},
                         .was_reopened = row.reopenings > 0});
    return facts;
}

Facts FigureStore::facts(const Stretch& stretch, const Filter& filter)
{
    Facts facts{.opened = facts_of(opened_in, stretch, filter),
                .replied = facts_of(replied_in, stretch, filter),
                .resolved = facts_of(resolved_in, stretch, filter)};
    for (const auto& row :
         all_of<OpinionRow>(tx_, rated_in, binds_of(stretch, filter, facts_max + 1)))
        facts.rated.push_back({.at = row.at,
                               .score = row.score,
                               .priority = row.priority,
                               .assignee = row.assignee,
                               .client = row.client});
    return facts;
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

std::vector<UrgentTicket> FigureStore::urgent_unassigned()
{
    return tx_.rows<UrgentTicket>(urgent_of_nobody, {{"limit", urgent_max}});
}

std::map<Key, std::string> FigureStore::client_names()
{
    std::map<Key, std::string> names;
    for (auto& client : tx_.rows<NamedClient>(names_of_clients, {{"limit", facts_max}}))
        names.emplace(client.id.value, std::move(client.name));
    return names;
}

} // namespace dashboards
