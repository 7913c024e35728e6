#include "modules/mailbox/received_store.hpp"

namespace mailbox
{
namespace
{

constexpr db::Query add{"mailbox.add_received", R"sql(
    INSERT INTO mailbox_received (workspace_id, id, fingerprint, from_name, from_email, subject, text,
                                  quoted, state, why, ticket_id, left_out, received_at, settled_at,
                                  settled_by)
    VALUES (:workspace, :id, :fingerprint, :from_name, :from_email, :subject, :text,
            :quoted, :state, :why, :ticket_id, :left_out, :received_at, :settled_at, :settled_by)
    ON CONFLICT (workspace_id, fingerprint) DO NOTHING
)sql"};

constexpr db::Query find_one{"mailbox.received", R"sql(
    SELECT id, fingerprint, from_name, from_email, subject, text, quoted, state, why, ticket_id,
           left_out, received_at, settled_at, settled_by
      FROM mailbox_received WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_alike{"mailbox.has_received", R"sql(
    SELECT id FROM mailbox_received WHERE workspace_id = :workspace AND fingerprint = :fingerprint
)sql"};

constexpr db::Query list_waiting{"mailbox.waiting", R"sql(
    SELECT id, fingerprint, from_name, from_email, subject, text, quoted, state, why, ticket_id,
           left_out, received_at, settled_at, settled_by
      FROM mailbox_received WHERE workspace_id = :workspace AND state = 'waiting'
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query list_settled{"mailbox.settled", R"sql(
    SELECT id, fingerprint, from_name, from_email, subject, text, quoted, state, why, ticket_id,
           left_out, received_at, settled_at, settled_by
      FROM mailbox_received WHERE workspace_id = :workspace AND state <> 'waiting'
     ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query count_those{"mailbox.count_waiting", R"sql(
    SELECT count(*) FROM (SELECT 1 FROM mailbox_received
                           WHERE workspace_id = :workspace AND state = 'waiting' LIMIT :most) AS found
)sql"};

constexpr db::Query settle_one{"mailbox.settle", R"sql(
    UPDATE mailbox_received
       SET state = :state, ticket_id = :ticket_id, settled_at = :settled_at, settled_by = :settled_by
     WHERE workspace_id = :workspace AND id = :id AND state = 'waiting'
)sql"};

constexpr db::Query count_taken{"mailbox.taken_since", R"sql(
    SELECT count(*) FROM mailbox_received
     WHERE workspace_id = :workspace AND from_email = :email AND received_at > :since
       AND (CAST(:ticket AS BIGINT) = 0 OR ticket_id = :ticket) AND state IN ('added', 'opened')
)sql"};

constexpr db::Query count_of_sender{"mailbox.waiting_since", R"sql(
    SELECT count(*) FROM mailbox_received
     WHERE workspace_id = :workspace AND from_email = :email AND received_at > :since
       AND state = 'waiting'
)sql"};

constexpr db::Query forget_messages{"mailbox.forget_sender", R"sql(
    UPDATE mailbox_received
       SET from_name = :name, from_email = '', subject = '', text = '', quoted = '',
           state = CASE WHEN state = 'waiting' THEN 'ignored' ELSE state END,
           settled_at = coalesce(settled_at, :now)
     WHERE workspace_id = :workspace AND lower(from_email) = :email AND from_email <> ''
)sql"};

constexpr db::Query delete_old{"mailbox.purge", R"sql(
    DELETE FROM mailbox_received
     WHERE workspace_id = :workspace
       AND id IN (SELECT id FROM mailbox_received
                   WHERE workspace_id = :workspace AND state <> 'waiting' AND received_at < :before
                   ORDER BY id LIMIT 1000)
)sql"};

constexpr db::Query every_place{"mailbox.places", R"sql(
    SELECT c.id AS client_id, c.name AS client, p.id AS project_id, p.name AS project
      FROM projects_published_assignment a
      JOIN crm_published_client c ON c.workspace_id = a.workspace_id AND c.id = a.client_id
      JOIN projects_published_project p ON p.workspace_id = a.workspace_id AND p.id = a.project_id
     WHERE a.workspace_id = :workspace AND c.status <> 'archived' AND p.archived_at IS NULL
     ORDER BY c.search_key, c.id, p.search_key, p.id
     LIMIT :limit
)sql"};

} // namespace

bool ReceivedStore::insert(const Received& received)
{
    return tx_.execute(add, {{"id", received.id},
                             {"fingerprint", received.fingerprint},
                             {"from_name", received.from_name},
                             {"from_email", received.from_email},
                             {"subject", received.subject},
                             {"text", received.text},
                             {"quoted", received.quoted},
                             {"state", received.state},
                             {"why", received.why},
                             {"ticket_id", received.ticket_id},
                             {"left_out", received.left_out},
                             {"received_at", received.received_at},
                             {"settled_at", received.settled_at},
                             {"settled_by", received.settled_by}}) == 1;
}

bool ReceivedStore::has(std::string_view fingerprint)
{
    return tx_.value<std::int64_t>(find_alike, {{"fingerprint", fingerprint}}).has_value();
}

std::optional<Received> ReceivedStore::find(ReceivedId id)
{
    return tx_.find<Received>(find_one, {{"id", id}});
}

std::vector<Received> ReceivedStore::waiting()
{
    return tx_.rows<Received>(list_waiting, {{"limit", list_rows}});
}

std::int64_t ReceivedStore::count_waiting(std::int64_t most)
{
    return tx_.value<std::int64_t>(count_those, {{"most", most}}).value_or(0);
}

std::vector<Received> ReceivedStore::settled()
{
    return tx_.rows<Received>(list_settled, {{"limit", list_rows}});
}

bool ReceivedStore::settle(const Received& received)
{
    return tx_.execute(settle_one, {{"id", received.id},
                                    {"state", received.state},
                                    {"ticket_id", received.ticket_id},
                                    {"settled_at", base::now()},
                                    {"settled_by", tx_.actor().membership}}) == 1;
}

std::int64_t ReceivedStore::taken_since(std::string_view from_email, std::int64_t ticket,
                                        base::Instant since)
{
    return tx_
        .value<std::int64_t>(count_taken,
                             {{"email", from_email}, {"ticket", ticket}, {"since", since}})
        .value_or(0);
}

std::int64_t ReceivedStore::waiting_since(std::string_view from_email, base::Instant since)
{
    return tx_.value<std::int64_t>(count_of_sender, {{"email", from_email}, {"since", since}})
        .value_or(0);
}

void ReceivedStore::forget_sender(std::string_view email, std::string_view name)
{
    tx_.execute(forget_messages, {{"email", email}, {"name", name}, {"now", base::now()}});
}

std::int64_t ReceivedStore::purge(base::Instant before)
{
    return tx_.execute(delete_old, {{"before", before}});
}

std::vector<Place> ReceivedStore::places()
{
    return tx_.rows<Place>(every_place, {{"limit", places_max}});
}

} // namespace mailbox
