#include "modules/notifications/origin_store.hpp"

#include "kernel/db/lots.hpp"

#include <algorithm>
#include <iterator>

namespace notifications
{
namespace
{

constexpr db::Query save_told{"notifications.save_origin", R"sql(
    INSERT INTO notifications_origin (workspace_id, membership_id, origin_kind, origin_id, event,
                                      subject_kind, subject_id, actor_id, told_at)
    VALUES (:workspace, :membership_id, :origin_kind, :origin_id, :event, :subject_kind, :subject_id,
            :actor_id, :told_at)
    ON CONFLICT (workspace_id, origin_kind, origin_id, membership_id, event) DO UPDATE
       SET actor_id = excluded.actor_id, told_at = excluded.told_at
)sql"};

constexpr db::Query take_told{"notifications.take_origins", R"sql(
    DELETE FROM notifications_origin
     WHERE workspace_id = :workspace AND origin_kind = :origin_kind
       AND origin_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                         :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                         :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                         :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                         :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
    RETURNING membership_id, origin_kind, origin_id, event, subject_kind, subject_id, actor_id, told_at
)sql"};

constexpr db::Query last_told{"notifications.last_origin", R"sql(
    SELECT membership_id, origin_kind, origin_id, event, subject_kind, subject_id, actor_id, told_at
      FROM notifications_origin
     WHERE workspace_id = :workspace AND membership_id = :reader AND event = :event
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND told_at BETWEEN :from AND :until
     ORDER BY told_at DESC, origin_id DESC LIMIT 1
)sql"};

constexpr db::Query unread_origins{"notifications.unread_origins", R"sql(
    SELECT origin_kind, origin_id FROM notifications_origin
     WHERE workspace_id = :workspace AND membership_id = :reader
       AND subject_kind = :subject_kind AND subject_id = :subject_id
       AND told_at >= (SELECT MIN(first_at) FROM (
               SELECT first_at FROM notifications_notification
                WHERE workspace_id = :workspace AND membership_id = :reader AND read_at IS NULL
                  AND subject_kind = :subject_kind AND subject_id = :subject_id
               UNION ALL
               SELECT first_at FROM notifications_message_line
                WHERE workspace_id = :workspace AND membership_id = :reader
                  AND subject_kind = :subject_kind AND subject_id = :subject_id
               UNION ALL
               SELECT first_at FROM notifications_digest_line
                WHERE workspace_id = :workspace AND membership_id = :reader
                  AND subject_kind = :subject_kind AND subject_id = :subject_id) AS lines)
     LIMIT :limit
)sql"};

constexpr db::Query purge_old{"notifications.purge_origins", R"sql(
    DELETE FROM notifications_origin
     WHERE workspace_id = :workspace AND (origin_kind, origin_id, membership_id, event) IN (
        SELECT origin_kind, origin_id, membership_id, event FROM notifications_origin
         WHERE workspace_id = :workspace AND told_at < :before LIMIT 1000)
)sql"};

} // namespace

void OriginStore::save(const Told& told)
{
    tx_.execute(save_told, {{"membership_id", told.membership_id},
                            {"origin_kind", told.origin_kind},
                            {"origin_id", told.origin_id},
                            {"event", told.event},
                            {"subject_kind", told.subject_kind},
                            {"subject_id", told.subject_id},
                            {"actor_id", told.actor_id},
                            {"told_at", told.told_at}});
}

std::vector<Told> OriginStore::take(std::string_view origin_kind,
                                    const std::vector<std::int64_t>& origins)
{
    std::vector<Told> taken;
    for (std::size_t first = 0; first < origins.size(); first += db::lot_max) {
        auto binds = db::lot_binds(origins, first);
        binds.emplace_back("origin_kind", origin_kind);
        std::ranges::move(tx_.rows<Told>(take_told, std::move(binds)), std::back_inserter(taken));
    }
    return taken;
}

std::optional<Told> OriginStore::last_of(const Told& like, base::Instant from, base::Instant until)
{
    return tx_.find<Told>(last_told, {{"reader", like.membership_id},
                                      {"event", like.event},
                                      {"subject_kind", like.subject_kind},
                                      {"subject_id", like.subject_id},
                                      {"from", from},
                                      {"until", until}});
}

std::vector<Origin> OriginStore::unread_of(tenancy::MembershipId reader, const Subject& subject)
{
    return tx_.rows<Origin>(unread_origins,
                            {{"reader", reader},
                             {"subject_kind", subject.kind},
                             {"subject_id", subject.id},
                             {"limit", static_cast<std::int64_t>(origins_checked_max) + 1}});
}

std::int64_t OriginStore::purge(base::Instant before)
{
    return tx_.execute(purge_old, {{"before", before}});
}

} // namespace notifications
