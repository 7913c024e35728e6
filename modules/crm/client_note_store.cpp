#include "modules/crm/client_note_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<ClientNote> note_table{"crm_note"};
constexpr db::Table<ClientAlert> alert_table{"crm_alert"};

constexpr db::Query find_note{"crm.find_note", R"sql(
    SELECT id, client_id, author_id, category, body, written_at
      FROM crm_note
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_note{"crm.delete_note", R"sql(
    DELETE FROM crm_note WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_notes{"crm.notes", R"sql(
    SELECT id, client_id, author_id, category, body, written_at
      FROM crm_note
     WHERE workspace_id = :workspace AND client_id = :client
       AND (CAST(:before AS BIGINT) = 0 OR id < :before)
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query notes_of_span{"crm.notes_in", R"sql(
    -- sorts: the notes of one client
    SELECT id, client_id, author_id, category, body, written_at
      FROM crm_note
     WHERE workspace_id = :workspace AND client_id = :client
       AND written_at >= :from AND (written_at, id) < (:before, :before_id)
     ORDER BY written_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query find_alert{"crm.find_alert", R"sql(
    SELECT id, client_id, author_id, strength, words, from_day, until_day, written_at
      FROM crm_alert
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_alert{"crm.delete_alert", R"sql(
    DELETE FROM crm_alert WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_alerts{"crm.alerts", R"sql(
    SELECT id, client_id, author_id, strength, words, from_day, until_day, written_at
      FROM crm_alert
     WHERE workspace_id = :workspace AND client_id = :client
     ORDER BY id
     LIMIT :limit
)sql"};

constexpr db::Query list_alerts_on{"crm.alerts_on", R"sql(
    SELECT id, client_id, author_id, strength, words, from_day, until_day, written_at
      FROM crm_alert
     WHERE workspace_id = :workspace AND client_id = :client
       AND from_day <= :day AND (until_day = '' OR until_day >= :day)
     ORDER BY CASE strength WHEN 'blocking' THEN 0 ELSE 1 END, id
     LIMIT :limit
)sql"};

} // namespace

void ClientNoteStore::insert(const ClientNote& note)
{
    tx_.insert(note_table, note);
}

std::optional<ClientNote> ClientNoteStore::find(ClientNoteId id)
{
    return tx_.find<ClientNote>(find_note, {{"id", id}});
}

void ClientNoteStore::remove(ClientNoteId id)
{
    tx_.execute(delete_note, {{"id", id}});
}

std::vector<ClientNote> ClientNoteStore::notes(tenancy::ClientId client, ClientNoteId before,
                                               int limit)
{
    return tx_.rows<ClientNote>(list_notes,
                                {{"client", client}, {"before", before}, {"limit", limit}});
}

std::vector<ClientNote> ClientNoteStore::notes_in(const TimelineSpan& span)
{
    return tx_.rows<ClientNote>(notes_of_span, {{"client", span.client},
                                                {"from", span.from},
                                                {"before", span.before},
                                                {"before_id", span.before_id},
                                                {"limit", span.limit}});
}

void ClientNoteStore::insert(const ClientAlert& alert)
{
    tx_.insert(alert_table, alert);
}

std::optional<ClientAlert> ClientNoteStore::find(ClientAlertId id)
{
    return tx_.find<ClientAlert>(find_alert, {{"id", id}});
}

void ClientNoteStore::remove(ClientAlertId id)
{
    tx_.execute(delete_alert, {{"id", id}});
}

std::vector<ClientAlert> ClientNoteStore::alerts(tenancy::ClientId client)
{
    return tx_.rows<ClientAlert>(list_alerts, {{"client", client}, {"limit", client_alerts_max}});
}

std::vector<ClientAlert> ClientNoteStore::alerts_on(tenancy::ClientId client, base::Date day)
{
    return tx_.rows<ClientAlert>(list_alerts_on,
                                 {{"client", client}, {"day", day}, {"limit", client_alerts_max}});
}

} // namespace crm
