#include "modules/notifications/digest_store.hpp"

namespace notifications
{
namespace
{

constexpr db::Query list_readers{"notifications.digest_readers", R"sql(
    SELECT membership_id FROM notifications_digest WHERE workspace_id = :workspace
)sql"};

constexpr db::Query insert_reader{"notifications.add_digest_reader", R"sql(
    INSERT INTO notifications_digest (workspace_id, membership_id, since)
    VALUES (:workspace, :reader, :since)
    ON CONFLICT (workspace_id, membership_id) DO NOTHING
)sql"};

constexpr db::Query delete_reader{"notifications.remove_digest_reader", R"sql(
    DELETE FROM notifications_digest WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

constexpr db::Query add_line{"notifications.add_digest_line", R"sql(
    INSERT INTO notifications_digest_line (workspace_id, membership_id, event, subject_kind,
                                           subject_id, times, first_at, last_at)
    VALUES (:workspace, :membership_id, :event, :subject_kind, :subject_id, 1, :last_at, :last_at)
    ON CONFLICT (workspace_id, membership_id, subject_kind, subject_id, event) DO UPDATE
       SET times = notifications_digest_line.times + 1, last_at = excluded.last_at
)sql"};

constexpr db::Query list_lines{"notifications.digest_lines", R"sql(
    SELECT membership_id, event, subject_kind, subject_id, times, last_at
      FROM notifications_digest_line
     WHERE workspace_id = :workspace AND membership_id = :reader
     ORDER BY last_at DESC, subject_id DESC LIMIT :limit
)sql"};

constexpr db::Query forget_lines{"notifications.forget_digest", R"sql(
    DELETE FROM notifications_digest_line
     WHERE workspace_id = :workspace AND membership_id = :reader
)sql"};

constexpr db::Query forget_subject{"notifications.forget_digest_subject", R"sql(
    DELETE FROM notifications_digest_line
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND subject_kind = :subject_kind AND subject_id = :subject_id
)sql"};

constexpr db::Query settle_lines{"notifications.settle_digest", R"sql(
    DELETE FROM notifications_digest_line
     WHERE workspace_id = :workspace AND subject_kind = :subject_kind
       AND subject_id = :subject_id AND event = :event
)sql"};

constexpr db::Query drop_line{"notifications.drop_digest_line", R"sql(
    DELETE FROM notifications_digest_line
     WHERE workspace_id = :workspace AND membership_id = :reader AND event = :event
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at <= :told_at AND times = 1
)sql"};

constexpr db::Query lessen_line{"notifications.lessen_digest_line", R"sql(
    UPDATE notifications_digest_line SET times = times - 1, last_at = :last_at
     WHERE workspace_id = :workspace AND membership_id = :reader AND event = :event
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND first_at <= :told_at AND times > 1
)sql"};

} // namespace

std::set<tenancy::MembershipId> DigestStore::readers()
{
    const auto found = tx_.values<tenancy::MembershipId>(list_readers);
    return {found.begin(), found.end()};
}

void DigestStore::add_reader(tenancy::MembershipId reader)
{
    tx_.execute(insert_reader, {{"reader", reader}, {"since", base::now()}});
}

void DigestStore::remove_reader(tenancy::MembershipId reader)
{
    tx_.execute(delete_reader, {{"reader", reader}});
}

void DigestStore::add(const DigestLine& line)
{
    tx_.execute(add_line, {{"membership_id", line.membership_id},
                           {"event", line.event},
                           {"subject_kind", line.subject_kind},
                           {"subject_id", line.subject_id},
                           {"last_at", line.last_at}});
}

std::vector<DigestLine> DigestStore::lines_of(tenancy::MembershipId reader)
{
    return tx_.rows<DigestLine>(list_lines, {{"reader", reader}, {"limit", digest_lines_max}});
}

void DigestStore::forget(tenancy::MembershipId reader)
{
    tx_.execute(forget_lines, {{"reader", reader}});
}

void DigestStore::forget(tenancy::MembershipId reader, const Subject& subject)
{
    tx_.execute(forget_subject,
                {{"reader", reader}, {"subject_kind", subject.kind}, {"subject_id", subject.id}});
}

void DigestStore::settle(std::string_view event, const Subject& subject)
{
    tx_.execute(settle_lines,
                {{"event", event}, {"subject_kind", subject.kind}, {"subject_id", subject.id}});
}

void DigestStore::take_back(const Told& told, const std::optional<Told>& last)
{
    db::Binds line{{"reader", told.membership_id},
                   {"event", told.event},
                   {"subject_kind", told.subject_kind},
                   {"subject_id", told.subject_id},
                   {"told_at", told.told_at}};
    if (tx_.execute(drop_line, line) > 0) return;
    line.emplace_back("last_at", last.value_or(told).told_at);
    tx_.execute(lessen_line, std::move(line));
}

} // namespace notifications
