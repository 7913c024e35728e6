#include "modules/tickets/ticket_store.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

constexpr db::Table<Ticket> ticket_table{"tickets_ticket"};
constexpr db::Table<TimelineEvent> event_table{"tickets_event"};

constexpr int events_max = 300;
constexpr int shares_max = 50;

constexpr db::Query take_next_number{"tickets.take_number", R"sql(
    INSERT INTO tickets_counter (workspace_id, year, last)
    VALUES (:workspace, :year, 1)
    ON CONFLICT (workspace_id, year) DO UPDATE SET last = tickets_counter.last + 1
    RETURNING last
)sql"};

constexpr db::Query find_ticket{"tickets.find", R"sql(
    SELECT id, number, title, description, excerpt, priority, state, anchor, waits_on, is_open,
           project_id, client_id, requester_id, opened_by, assignee_id, origin, opened_at,
           last_activity_at, last_public_at, state_since, first_reply_at, resolved_at, closed_at,
           resolution_summary, close_reason, resolved_count, reopened_count, waited, version
      FROM tickets_ticket
     WHERE workspace_id = :workspace AND number = :number
)sql"};

constexpr db::Query number_of_ticket{"tickets.number_of", R"sql(
    SELECT number FROM tickets_ticket WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_ticket{"tickets.update", R"sql(
    UPDATE tickets_ticket
       SET priority = :priority, state = :state, anchor = :anchor, waits_on = :waits_on,
           is_open = :is_open, assignee_id = :assignee_id, state_since = :state_since,
           resolved_at = :resolved_at, closed_at = :closed_at,
           resolution_summary = :resolution_summary, close_reason = :close_reason,
           resolved_count = :resolved_count, reopened_count = :reopened_count, waited = :waited,
           last_activity_at = :last_activity_at, last_public_at = :last_public_at,
           first_reply_at = :first_reply_at, excerpt = :excerpt, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query touch_ticket{"tickets.touch", R"sql(
    UPDATE tickets_ticket
       SET excerpt = :excerpt, last_activity_at = :last_activity_at,
           last_public_at = :last_public_at,
           first_reply_at = COALESCE(first_reply_at, :first_reply_at)
     WHERE workspace_id = :workspace AND id = :id
)sql"};

/// What lists and columns of a category are read from.
constexpr db::Query follow_filings{"tickets.follow_filings", R"sql(
    UPDATE tickets_filing
       SET (state, last_activity_at) = (SELECT t.state, t.last_activity_at FROM tickets_ticket t
                                         WHERE t.workspace_id = :workspace AND t.id = :id)
     WHERE workspace_id = :workspace AND ticket_id = :id
)sql"};

constexpr db::Query list_events{"tickets.events", R"sql(
    SELECT id, ticket_id, actor_id, kind, old_value, new_value, is_public, happened_at
      FROM tickets_event
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY happened_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query list_public_events{"tickets.public_events", R"sql(
    SELECT id, ticket_id, actor_id, kind, old_value, new_value, is_public, happened_at
      FROM tickets_event
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND is_public = TRUE
     ORDER BY happened_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query upsert_share{"tickets.share", R"sql(
    INSERT INTO tickets_share (workspace_id, ticket_id, membership_id, shared_by, message, shared_at)
    VALUES (:workspace, :ticket_id, :membership_id, :shared_by, :message, :shared_at)
    ON CONFLICT (workspace_id, ticket_id, membership_id)
    DO UPDATE SET shared_by = excluded.shared_by, message = excluded.message,
                  shared_at = excluded.shared_at
)sql"};

constexpr db::Query list_shares{"tickets.shares", R"sql(
    SELECT ticket_id, membership_id, shared_by, message, shared_at
      FROM tickets_share
     WHERE workspace_id = :workspace AND ticket_id = :ticket
     ORDER BY shared_at, membership_id
     LIMIT :limit
)sql"};

constexpr db::Query upsert_read{"tickets.mark_read", R"sql(
    INSERT INTO tickets_read (workspace_id, membership_id, ticket_id, read_at)
    VALUES (:workspace, :reader, :ticket, :at)
    ON CONFLICT (workspace_id, membership_id, ticket_id) DO UPDATE SET read_at = excluded.read_at
)sql"};

constexpr db::Query find_read{"tickets.read_at", R"sql(
    SELECT read_at
      FROM tickets_read
     WHERE workspace_id = :workspace AND membership_id = :reader AND ticket_id = :ticket
)sql"};

constexpr db::Query upsert_rating{"tickets.rate", R"sql(
    INSERT INTO tickets_rating (workspace_id, ticket_id, resolution, score, comment, rated_by,
                                rated_at, edited_at)
    VALUES (:workspace, :ticket_id, :resolution, :score, :comment, :rated_by, :rated_at, :edited_at)
    ON CONFLICT (workspace_id, ticket_id, resolution)
    DO UPDATE SET score = excluded.score, comment = excluded.comment,
                  rated_by = excluded.rated_by, edited_at = excluded.edited_at
)sql"};

constexpr db::Query find_rating{"tickets.find_rating", R"sql(
    SELECT ticket_id, resolution, score, comment, rated_by, rated_at, edited_at
      FROM tickets_rating
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND resolution = :resolution
)sql"};

std::vector<TimelineEvent> in_order(std::vector<TimelineEvent> newest_first)
{
    std::reverse(newest_first.begin(), newest_first.end());
    return newest_first;
}

} // namespace

std::int64_t TicketStore::take_number(int year)
{
    return tx_.value<std::int64_t>(take_next_number, {{"year", year}}).value();
}

void TicketStore::insert(const Ticket& ticket)
{
    tx_.insert(ticket_table, ticket);
}

bool TicketStore::update(const Ticket& ticket, std::int64_t seen_version)
{
    const auto changed =
        tx_.execute(update_ticket, {{"id", ticket.id},
                                    {"priority", ticket.priority},
                                    {"state", ticket.state},
                                    {"anchor", ticket.anchor},
                                    {"waits_on", ticket.waits_on},
                                    {"is_open", ticket.is_open},
                                    {"assignee_id", ticket.assignee_id},
                                    {"state_since", ticket.state_since},
                                    {"resolved_at", ticket.resolved_at},
                                    {"closed_at", ticket.closed_at},
                                    {"resolution_summary", ticket.resolution_summary},
                                    {"close_reason", ticket.close_reason},
                                    {"resolved_count", ticket.resolved_count},
                                    {"reopened_count", ticket.reopened_count},
                                    {"waited", ticket.waited},
                                    {"last_activity_at", ticket.last_activity_at},
                                    {"last_public_at", ticket.last_public_at},
                                    {"first_reply_at", ticket.first_reply_at},
                                    {"excerpt", ticket.excerpt},
                                    {"seen_version", seen_version}});
    if (changed == 1) tx_.execute(follow_filings, {{"id", ticket.id}});
    return changed == 1;
}

void TicketStore::touch(const Ticket& ticket)
{
    tx_.execute(touch_ticket, {{"id", ticket.id},
                               {"excerpt", ticket.excerpt},
                               {"last_activity_at", ticket.last_activity_at},
                               {"last_public_at", ticket.last_public_at},
                               {"first_reply_at", ticket.first_reply_at}});
    tx_.execute(follow_filings, {{"id", ticket.id}});
}

std::optional<Ticket> TicketStore::find(std::string_view number)
{
    return tx_.find<Ticket>(find_ticket, {{"number", number}});
}

std::optional<Ticket> TicketStore::find(TicketId id)
{
    const auto number = tx_.value<std::string>(number_of_ticket, {{"id", id}});
    return number ? find(*number) : std::nullopt;
}

void TicketStore::add_event(const TimelineEvent& event)
{
    tx_.insert(event_table, event);
}

std::vector<TimelineEvent> TicketStore::events(TicketId ticket)
{
    return in_order(
        tx_.rows<TimelineEvent>(list_events, {{"ticket", ticket}, {"limit", events_max}}));
}

std::vector<TimelineEvent> TicketStore::public_events(TicketId ticket)
{
    return in_order(
        tx_.rows<TimelineEvent>(list_public_events, {{"ticket", ticket}, {"limit", events_max}}));
}

void TicketStore::share(const Share& share)
{
    tx_.execute(upsert_share, {{"ticket_id", share.ticket_id},
                               {"membership_id", share.membership_id},
                               {"shared_by", share.shared_by},
                               {"message", share.message},
                               {"shared_at", share.shared_at}});
}

std::vector<Share> TicketStore::shares(TicketId ticket)
{
    return tx_.rows<Share>(list_shares, {{"ticket", ticket}, {"limit", shares_max}});
}

void TicketStore::mark_read(TicketId ticket, tenancy::MembershipId reader, base::Instant at)
{
    tx_.execute(upsert_read, {{"reader", reader}, {"ticket", ticket}, {"at", at}});
}

std::optional<base::Instant> TicketStore::read_at(TicketId ticket, tenancy::MembershipId reader)
{
    return tx_.value<base::Instant>(find_read, {{"reader", reader}, {"ticket", ticket}});
}

void TicketStore::save(const Rating& rating)
{
    tx_.execute(upsert_rating, {{"ticket_id", rating.ticket_id},
                                {"resolution", rating.resolution},
                                {"score", rating.score},
                                {"comment", rating.comment},
                                {"rated_by", rating.rated_by},
                                {"rated_at", rating.rated_at},
                                {"edited_at", rating.edited_at}});
}

std::optional<Rating> TicketStore::rating(TicketId ticket, std::int64_t resolution)
{
    return tx_.find<Rating>(find_rating, {{"ticket", ticket}, {"resolution", resolution}});
}

} // namespace tickets
