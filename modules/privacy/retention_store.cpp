#include "modules/privacy/retention_store.hpp"

namespace privacy
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

constexpr db::Query months_of_kind{"privacy.months_kept", R"sql(
    SELECT months FROM privacy_retention WHERE workspace_id = :workspace AND kind = :kind
)sql"};

constexpr db::Query save_months{"privacy.save_months", R"sql(
    INSERT INTO privacy_retention (workspace_id, kind, months) VALUES (:workspace, :kind, :months)
    ON CONFLICT (workspace_id, kind) DO UPDATE SET months = excluded.months
)sql"};

constexpr db::Query newest_notice{"privacy.newest_notice", R"sql(
    SELECT id, announced_at, due_at, clients_before, mails_before, journal_before, clients, mails,
           journal, done_at
      FROM privacy_notice WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query insert_notice{"privacy.insert_notice", R"sql(
    INSERT INTO privacy_notice (workspace_id, id, announced_at, due_at, clients_before,
                                mails_before, journal_before, clients, mails, journal, done_at,
                                follows)
    VALUES (:workspace, :id, :announced_at, :due_at, :clients_before, :mails_before,
            :journal_before, :clients, :mails, :journal, :done_at, :follows)
    ON CONFLICT (workspace_id, follows) DO NOTHING
)sql"};

constexpr db::Query insert_line{"privacy.insert_notice_line", R"sql(
    INSERT INTO privacy_notice_line (workspace_id, notice_id, subject_id, outcome)
    VALUES (:workspace, :notice, :client, 'announced')
)sql"};

constexpr db::Query list_lines{"privacy.notice_lines", R"sql(
    SELECT subject_id, outcome FROM privacy_notice_line
     WHERE workspace_id = :workspace AND notice_id = :notice ORDER BY subject_id
)sql"};

constexpr db::Query settle_line{"privacy.settle_notice_line", R"sql(
    UPDATE privacy_notice_line SET outcome = :outcome
     WHERE workspace_id = :workspace AND notice_id = :notice AND subject_id = :client
       AND outcome = 'announced'
)sql"};

constexpr db::Query finish_notice{"privacy.finish_notice", R"sql(
    UPDATE privacy_notice SET done_at = :at
     WHERE workspace_id = :workspace AND id = :notice AND done_at IS NULL
)sql"};

constexpr db::Query list_holds{"privacy.holds", R"sql(
    SELECT client_id, reason, placed_by, placed_at FROM privacy_hold
     WHERE workspace_id = :workspace ORDER BY placed_at, client_id LIMIT :limit
)sql"};

constexpr db::Query find_hold{"privacy.hold", R"sql(
    SELECT client_id, reason, placed_by, placed_at FROM privacy_hold
     WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query place_hold{"privacy.place_hold", R"sql(
    INSERT INTO privacy_hold (workspace_id, client_id, reason, placed_by, placed_at)
    VALUES (:workspace, :client_id, :reason, :placed_by, :placed_at)
    ON CONFLICT (workspace_id, client_id) DO UPDATE SET reason = excluded.reason
)sql"};

constexpr db::Query lift_hold{"privacy.lift_hold", R"sql(
    DELETE FROM privacy_hold WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query count_work{"privacy.work_of_client", R"sql(
    SELECT count(*) FROM tickets_published_ticket
     WHERE workspace_id = :workspace AND client_id = :client
       AND (is_open OR opened_at >= :since OR resolved_at >= :since)
)sql"};

/// A client who is held already keeps his own.
constexpr db::Query move_hold{"privacy.move_hold", R"sql(
    UPDATE privacy_hold SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND NOT EXISTS (SELECT 1 FROM privacy_hold o
                        WHERE o.workspace_id = :workspace AND o.client_id = :into)
    RETURNING client_id
)sql"};

crm::ClientRows::Ids move_holds(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_hold, {{"from", from}, {"into", into}});
}

void return_holds(WorkspaceTransaction& tx, const crm::ClientRows::Ids& rows, ClientId from,
                  ClientId into)
{
    if (!rows.empty()) tx.values<std::int64_t>(move_hold, {{"from", into}, {"into", from}});
}

} // namespace

Periods RetentionStore::periods()
{
    const auto months = [&](DataKind kind, std::int64_t usual) {
        return tx_.value<std::int64_t>(months_of_kind, {{"kind", kind}}).value_or(usual);
    };
    const Periods usual;
    return {.clients = months(DataKind::clients, usual.clients),
            .mails = months(DataKind::mails, usual.mails),
            .journal = months(DataKind::journal, usual.journal)};
}

void RetentionStore::save(DataKind kind, std::int64_t months)
{
    tx_.execute(save_months, {{"kind", kind}, {"months", months}});
}

std::optional<Notice> RetentionStore::newest()
{
    return tx_.find<Notice>(newest_notice);
}

bool RetentionStore::insert(const Notice& notice, NoticeId follows)
{
    return tx_.execute(insert_notice, {{"id", notice.id},
                                       {"announced_at", notice.announced_at},
                                       {"due_at", notice.due_at},
                                       {"clients_before", notice.clients_before},
                                       {"mails_before", notice.mails_before},
                                       {"journal_before", notice.journal_before},
                                       {"clients", notice.clients},
                                       {"mails", notice.mails},
                                       {"journal", notice.journal},
                                       {"done_at", notice.done_at},
                                       {"follows", follows}}) > 0;
}

void RetentionStore::add_line(NoticeId notice, ClientId client)
{
    tx_.execute(insert_line, {{"notice", notice}, {"client", client}});
}

std::vector<NoticeLine> RetentionStore::lines(NoticeId notice)
{
    return tx_.rows<NoticeLine>(list_lines, {{"notice", notice}});
}

void RetentionStore::settle(NoticeId notice, ClientId client, Outcome outcome)
{
    tx_.execute(settle_line, {{"notice", notice}, {"client", client}, {"outcome", outcome}});
}

bool RetentionStore::finish(NoticeId notice, base::Instant at)
{
    return tx_.execute(finish_notice, {{"notice", notice}, {"at", at}}) > 0;
}

std::vector<Hold> RetentionStore::holds()
{
    return tx_.rows<Hold>(list_holds, {{"limit", holds_max}});
}

std::optional<Hold> RetentionStore::hold(ClientId client)
{
    return tx_.find<Hold>(find_hold, {{"client", client}});
}

void RetentionStore::place(const Hold& hold)
{
    tx_.execute(place_hold, {{"client_id", hold.client_id},
                             {"reason", hold.reason},
                             {"placed_by", hold.placed_by},
                             {"placed_at", hold.placed_at}});
}

bool RetentionStore::lift(ClientId client)
{
    return tx_.execute(lift_hold, {{"client", client}}) > 0;
}

bool RetentionStore::is_busy(ClientId client, base::Instant since)
{
    return tx_.value<std::int64_t>(count_work, {{"client", client}, {"since", since}}).value_or(0) >
           0;
}

crm::ClientRows hold_rows()
{
    return {"privacy_hold", move_holds, return_holds};
}

} // namespace privacy
