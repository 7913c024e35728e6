#include "kernel/sms/message_store.hpp"

#include "kernel/base/text.hpp"

namespace sms
{
namespace
{

constexpr std::size_t error_length_max = 300; // characters of a provider's words kept
constexpr auto kept_for = std::chrono::days{365};
constexpr std::int64_t emptied_at_once = 1000;

constexpr db::Query insert{"sms.insert_message", R"sql(
    INSERT INTO sms_message (workspace_id, id, membership_id, to_name, to_number, words, event, state, begun_at,
                             last_error, created_at, sent_at)
    VALUES (:workspace, :id, :membership_id, :to_name, :to_number, :words, :event, :state, NULL, '', :created_at, NULL)
)sql"};

constexpr db::Query by_id{"sms.message_by_id", R"sql(
    SELECT id, membership_id, to_name, to_number, words, event, state, begun_at, last_error, created_at
      FROM sms_message WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query newest{"sms.recent_messages", R"sql(
    SELECT id, to_name, to_number, words, state, last_error, created_at
      FROM sms_message WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 50
)sql"};

constexpr db::Query begin{"sms.begin_message", R"sql(
    UPDATE sms_message SET begun_at = :begun_at WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query settle{"sms.settle_message", R"sql(
    UPDATE sms_message SET state = :state, last_error = :error, sent_at = :sent_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query fail{"sms.fail_waiting", R"sql(
    UPDATE sms_message SET state = 'failed', last_error = :error
     WHERE workspace_id = :workspace AND state = 'waiting'
)sql"};

constexpr db::Query stop{"sms.write_stopped", R"sql(
    INSERT INTO sms_stopped (workspace_id, number, words, stopped_at)
    VALUES (:workspace, :number, :words, :stopped_at)
    ON CONFLICT (workspace_id, number) DO UPDATE SET words = excluded.words, stopped_at = excluded.stopped_at
)sql"};

constexpr db::Query stopped_one{"sms.is_stopped", R"sql(
    SELECT 1 FROM sms_stopped WHERE workspace_id = :workspace AND number = :number
)sql"};

constexpr db::Query every_stopped{"sms.stopped_numbers", R"sql(
    SELECT number, words, stopped_at FROM sms_stopped
     WHERE workspace_id = :workspace ORDER BY number LIMIT 200
)sql"};

constexpr db::Query forget{"sms.forget_member", R"sql(
    DELETE FROM sms_message WHERE workspace_id = :workspace AND membership_id = :member
)sql"};

constexpr db::Query empty_old{"sms.forget_old", R"sql(
    UPDATE sms_message SET to_name = '', to_number = '', words = ''
     WHERE workspace_id = :workspace AND id IN (
           SELECT id FROM sms_message
            WHERE workspace_id = :workspace AND created_at < :before AND to_number <> '' LIMIT :limit)
)sql"};

} // namespace

void insert_message(tenancy::WorkspaceTransaction& tx, const MessageRow& row)
{
    tx.execute(insert, {{"id", row.id},
                        {"membership_id", row.membership_id},
                        {"to_name", row.to_name},
                        {"to_number", row.to_number},
                        {"words", row.words},
                        {"event", row.event},
                        {"state", row.state},
                        {"created_at", row.created_at}});
}

std::optional<MessageRow> message_by_id(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    return tx.find<MessageRow>(by_id, {{"id", id}});
}

std::vector<StoredMessage> recent(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<StoredMessage>(newest);
}

void begin_message(tenancy::WorkspaceTransaction& tx, MessageId id,
                   std::optional<base::Instant> begun_at)
{
    tx.execute(begin, {{"begun_at", begun_at}, {"id", id}});
}

void settle_message(tenancy::WorkspaceTransaction& tx, MessageId id, State state,
                    std::string_view error)
{
    const bool is_out = state == State::sent || state == State::local;
    tx.execute(settle, {{"state", state},
                        {"error", base::shorten(error, error_length_max)},
                        {"sent_at", is_out ? std::optional{base::now()} : std::nullopt},
                        {"id", id}});
}

void fail_waiting(tenancy::WorkspaceTransaction& tx, std::string_view error)
{
    tx.execute(fail, {{"error", base::shorten(error, error_length_max)}});
}

void write_stopped(tenancy::WorkspaceTransaction& tx, const Stopped& stopped)
{
    tx.execute(stop, {{"number", stopped.number},
                      {"words", base::shorten(stopped.words, error_length_max)},
                      {"stopped_at", stopped.stopped_at}});
}

bool is_stopped(tenancy::WorkspaceTransaction& tx, std::string_view number)
{
    return tx.value<std::int64_t>(stopped_one, {{"number", number}}).has_value();
}

std::vector<Stopped> stopped_numbers(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<Stopped>(every_stopped);
}

void forget_member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member)
{
    tx.execute(forget, {{"member", member}});
}

std::int64_t forget_old(tenancy::WorkspaceTransaction& tx)
{
    return tx.execute(empty_old, {{"before", base::now() - kept_for}, {"limit", emptied_at_once}});
}

} // namespace sms
