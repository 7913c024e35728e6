#include "modules/notifications/message_store.hpp"

#include <algorithm>
#include <tuple>

namespace notifications
{
namespace
{

constexpr db::Query add_line{"notifications.add_message_line", R"sql(
    INSERT INTO notifications_message_line (workspace_id, membership_id, event, subject_kind, subject_id,
                                            actor_id, times, first_at, last_at)
    VALUES (:workspace, :membership_id, :event, :subject_kind, :subject_id, :actor_id, 1, :last_at,
            :last_at)
    ON CONFLICT (workspace_id, membership_id, subject_kind, subject_id, event) DO UPDATE
       SET times = notifications_message_line.times + 1, actor_id = excluded.actor_id,
           last_at = excluded.last_at
)sql"};

constexpr db::Query hold_lines{"notifications.hold_message", R"sql(
    UPDATE notifications_message_line SET times = times
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND subject_kind = :subject_kind AND subject_id = :subject_id
    RETURNING last_at
)sql"};

constexpr db::Query take_lines{"notifications.take_message", R"sql(
    DELETE FROM notifications_message_line
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND subject_kind = :subject_kind AND subject_id = :subject_id
    RETURNING membership_id, event, subject_kind, subject_id, actor_id, times, last_at
)sql"};

constexpr db::Query forget_lines{"notifications.forget_message", R"sql(
    DELETE FROM notifications_message_line
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND subject_kind = :subject_kind AND subject_id = :subject_id
)sql"};

constexpr db::Query forget_reader{"notifications.forget_messages_of", R"sql(
    DELETE FROM notifications_message_line
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

constexpr db::Query settle_lines{"notifications.settle_messages", R"sql(
    DELETE FROM notifications_message_line
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind
       AND subject_id = :subject_id AND event = :event
)sql"};

constexpr db::Query drop_line{"notifications.drop_message_line", R"sql(
    DELETE FROM notifications_message_line
     WHERE workspace_id = :workspace AND membership_id = :reader AND event = :event
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at <= :told_at AND times = 1
)sql"};

constexpr db::Query lessen_line{"notifications.lessen_message_line", R"sql(
    UPDATE notifications_message_line
       SET times = times - 1, actor_id = :actor_id, last_at = :last_at
     WHERE workspace_id = :workspace AND membership_id = :reader AND event = :event
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at <= :told_at AND times > 1
)sql"};

} // namespace

std::vector<base::Instant> MessageStore::hold(const Envelope& envelope)
{
    return tx_.values<base::Instant>(hold_lines, {{"reader", envelope.reader},
                                                  {"subject_kind", envelope.subject.kind},
                                                  {"subject_id", envelope.subject.id}});
}

Found MessageStore::add(const MessageLine& line)
{
    const auto times = hold({.reader = line.membership_id, .subject = line.subject()});
    tx_.execute(add_line, {{"membership_id", line.membership_id},
                           {"event", line.event},
                           {"subject_kind", line.subject_kind},
                           {"subject_id", line.subject_id},
                           {"actor_id", line.actor_id},
                           {"last_at", line.last_at}});
    const bool is_expected = std::ranges::any_of(
        times, [&](base::Instant last_at) { return last_at > line.last_at - grouped_for; });
    return is_expected ? Found::another_line : Found::nothing;
}

std::vector<MessageLine> MessageStore::take(const Envelope& envelope)
{
    hold(envelope);
    auto lines = tx_.rows<MessageLine>(take_lines, {{"reader", envelope.reader},
                                                    {"subject_kind", envelope.subject.kind},
                                                    {"subject_id", envelope.subject.id}});
    std::ranges::sort(lines, {},
                      [](const MessageLine& line) { return std::tie(line.last_at, line.event); });
    return lines;
}

void MessageStore::forget(const Envelope& envelope)
{
    tx_.execute(forget_lines, {{"reader", envelope.reader},
                               {"subject_kind", envelope.subject.kind},
                               {"subject_id", envelope.subject.id}});
}

void MessageStore::forget(tenancy::MembershipId reader)
{
    tx_.execute(forget_reader, {{"reader", reader}});
}

void MessageStore::settle(std::string_view event, const Subject& subject)
{
    tx_.execute(settle_lines,
                {{"event", event}, {"subject_kind", subject.kind}, {"subject_id", subject.id}});
}

void MessageStore::take_back(const Told& told, const std::optional<Told>& last)
{
    db::Binds line{{"reader", told.membership_id},
                   {"event", told.event},
                   {"subject_kind", told.subject_kind},
                   {"subject_id", told.subject_id},
                   {"told_at", told.told_at}};
    if (tx_.execute(drop_line, line) > 0) return;
    line.emplace_back("actor_id", last.value_or(told).actor_id);
    line.emplace_back("last_at", last.value_or(told).told_at);
    tx_.execute(lessen_line, std::move(line));
}

} // namespace notifications
