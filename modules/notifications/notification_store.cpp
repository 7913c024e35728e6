#include "modules/notifications/notification_store.hpp"

namespace notifications
{

BOOST_DESCRIBE_STRUCT(Subject, (), (kind, id))

namespace
{

constexpr db::Table<Notification> notifications_table{"notifications_notification"};

constexpr db::Query open_lines{"notifications.open_lines", R"sql(
    SELECT membership_id FROM notifications_notification
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at > :since AND event = :event AND read_at IS NULL
)sql"};

constexpr db::Query repeat_line{"notifications.repeat", R"sql(
    UPDATE notifications_notification
       SET times = times + 1, last_at = :last_at, actor_id = :actor_id, state = :state
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at > :since AND event = :event AND read_at IS NULL AND membership_id = :membership_id
)sql"};

constexpr db::Query read_page{"notifications.page", R"sql(
    SELECT id, membership_id, event, subject_kind, subject_id, actor_id, state, times, first_at, last_at,
           read_at
      FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND (last_at, id) < (:before, :before_id)
       AND (CAST(:event AS TEXT) = '' OR event = :event)
       AND (NOT CAST(:is_unread AS BOOLEAN) OR read_at IS NULL)
     ORDER BY last_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query find_one{"notifications.find", R"sql(
    SELECT id, membership_id, event, subject_kind, subject_id, actor_id, state, times, first_at, last_at,
           read_at
      FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader AND id = :id
)sql"};

constexpr db::Query unread_subjects{"notifications.unread", R"sql(
    SELECT subject_kind AS kind, subject_id AS id
      FROM notifications_notification
     WHERE workspace_id = :workspace AND membership_id = :reader AND read_at IS NULL
     LIMIT :limit
)sql"};

constexpr db::Query mark_one{"notifications.mark", R"sql(
    UPDATE notifications_notification SET read_at = :read_at
     WHERE workspace_id = :workspace AND membership_id = :reader AND id = :id
)sql"};

constexpr db::Query mark_every{"notifications.mark_all", R"sql(
    UPDATE notifications_notification SET read_at = :read_at
     WHERE workspace_id = :workspace AND membership_id = :reader AND read_at IS NULL
)sql"};

constexpr db::Query mark_subject{"notifications.mark_about", R"sql(
    UPDATE notifications_notification SET read_at = :read_at
     WHERE workspace_id = :workspace AND membership_id = :reader AND read_at IS NULL
       AND subject_kind = :subject_kind AND subject_id = :subject_id
)sql"};

constexpr db::Query unread_readers{"notifications.unread_readers", R"sql(
    SELECT membership_id FROM notifications_notification
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND event = :event AND read_at IS NULL
)sql"};

constexpr db::Query settle_event{"notifications.settle", R"sql(
    UPDATE notifications_notification SET read_at = :read_at
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND event = :event AND read_at IS NULL
)sql"};

constexpr db::Query find_telling{"notifications.telling", R"sql(
    SELECT id, membership_id, event, subject_kind, subject_id, actor_id, state, times, first_at, last_at,
           read_at
      FROM notifications_notification
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at <= :told_at AND last_at >= :told_at AND event = :event
       AND membership_id = :reader
     ORDER BY first_at DESC, id DESC LIMIT 1
)sql"};

constexpr db::Query drop_line{"notifications.drop", R"sql(
    DELETE FROM notifications_notification
     WHERE workspace_id = :workspace AND id = :id AND times = 1
)sql"};

constexpr db::Query lessen_line{"notifications.lessen", R"sql(
    UPDATE notifications_notification
       SET times = times - 1, actor_id = :actor_id, last_at = :last_at
     WHERE workspace_id = :workspace AND id = :id AND times > 1
)sql"};

constexpr db::Query purge_old{"notifications.purge", R"sql(
    DELETE FROM notifications_notification WHERE workspace_id = :workspace AND id IN (
        SELECT id FROM notifications_notification
         WHERE workspace_id = :workspace AND last_at < :before LIMIT 1000)
)sql"};

} // namespace

void NotificationStore::insert(const Notification& notification)
{
    tx_.insert(notifications_table, notification);
}

std::set<tenancy::MembershipId> NotificationStore::with_open_line(const Notification& like,
                                                                  base::Instant since)
{
    const auto found =
        tx_.values<tenancy::MembershipId>(open_lines, {{"subject_kind", like.subject_kind},
                                                       {"subject_id", like.subject_id},
                                                       {"event", like.event},
                                                       {"since", since}});
    return {found.begin(), found.end()};
}

void NotificationStore::repeat(const Notification& like, base::Instant since)
{
    tx_.execute(repeat_line, {{"subject_kind", like.subject_kind},
                              {"subject_id", like.subject_id},
                              {"event", like.event},
                              {"since", since},
                              {"membership_id", like.membership_id},
                              {"actor_id", like.actor_id},
                              {"state", like.state},
                              {"last_at", like.last_at}});
}

std::vector<Notification> NotificationStore::page(const Filter& filter)
{
    return tx_.rows<Notification>(read_page, {{"reader", tx_.actor().membership},
                                              {"before", filter.before},
                                              {"before_id", filter.before_id},
                                              {"event", filter.event},
                                              {"is_unread", filter.view == View::unread},
                                              {"limit", page_rows + 1}});
}

std::optional<Notification> NotificationStore::find(NotificationId id)
{
    return tx_.find<Notification>(find_one, {{"reader", tx_.actor().membership}, {"id", id}});
}

std::vector<Subject> NotificationStore::unread()
{
    return tx_.rows<Subject>(unread_subjects,
                             {{"reader", tx_.actor().membership}, {"limit", counter_max}});
}

void NotificationStore::mark(NotificationId id, std::optional<base::Instant> read_at)
{
    tx_.execute(mark_one, {{"reader", tx_.actor().membership}, {"id", id}, {"read_at", read_at}});
}

void NotificationStore::mark_all(base::Instant read_at)
{
    tx_.execute(mark_every, {{"reader", tx_.actor().membership}, {"read_at", read_at}});
}

bool NotificationStore::mark_about(const Subject& subject, base::Instant read_at)
{
    return tx_.execute(mark_subject, {{"reader", tx_.actor().membership},
                                      {"subject_kind", subject.kind},
                                      {"subject_id", subject.id},
                                      {"read_at", read_at}}) > 0;
}

std::set<tenancy::MembershipId>
NotificationStore::settle(std::string_view event, const Subject& subject, base::Instant read_at)
{
    const auto readers = tx_.values<tenancy::MembershipId>(
        unread_readers,
        {{"subject_kind", subject.kind}, {"subject_id", subject.id}, {"event", event}});
    if (!readers.empty())
        tx_.execute(settle_event, {{"subject_kind", subject.kind},
                                   {"subject_id", subject.id},
                                   {"event", event},
                                   {"read_at", read_at}});
    return {readers.begin(), readers.end()};
}

std::optional<Notification> NotificationStore::line_telling(const Told& told)
{
    return tx_.find<Notification>(find_telling, {{"reader", told.membership_id},
                                                 {"event", told.event},
                                                 {"subject_kind", told.subject_kind},
                                                 {"subject_id", told.subject_id},
                                                 {"told_at", told.told_at}});
}

void NotificationStore::take_back(const Notification& line, const std::optional<Told>& last)
{
    if (tx_.execute(drop_line, {{"id", line.id}}) > 0) return;
    tx_.execute(lessen_line, {{"id", line.id},
                              {"actor_id", last ? last->actor_id : line.actor_id},
                              {"last_at", last ? last->told_at : line.last_at}});
}

std::int64_t NotificationStore::purge(base::Instant before)
{
    return tx_.execute(purge_old, {{"before", before}});
}

} // namespace notifications
