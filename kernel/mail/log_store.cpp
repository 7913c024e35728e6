#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/mail/log.hpp"

namespace mail
{
namespace
{

constexpr db::Query by_time{"mail.log_by_time", R"sql(
    SELECT id, to_name, to_email, subject, template_name, state, last_error, created_at, bounced_at
      FROM outbox
     WHERE workspace_id = :workspace AND created_at >= :from AND created_at < :until
       AND (created_at, id) < (:at, :id)
     ORDER BY created_at DESC, id DESC LIMIT :limit
)sql"};

constexpr db::Query by_fate{"mail.log_by_fate", R"sql(
    SELECT id, to_name, to_email, subject, template_name, state, last_error, created_at, bounced_at
      FROM outbox
     WHERE workspace_id = :workspace AND state = :state
       AND created_at >= :from AND created_at < :until AND (created_at, id) < (:at, :id)
       AND (bounced_at IS NOT NULL) = :is_bounced
     ORDER BY created_at DESC, id DESC LIMIT :limit
)sql"};

/// The plus keeps both engines on the index of recipients: a day has more mails than a person.
constexpr db::Query by_email{"mail.log_by_email", R"sql(
    SELECT id, to_name, to_email, subject, template_name, state, last_error, created_at, bounced_at
      FROM outbox
     WHERE workspace_id = :workspace AND lower(to_email) = :email
       AND +created_at >= :from AND +created_at < :until AND (created_at, id) < (:at, :id)
       AND (CAST(:state AS TEXT) = '' OR (state = :state AND (bounced_at IS NOT NULL) = :is_bounced))
     ORDER BY created_at DESC, id DESC LIMIT :limit
)sql"};

constexpr db::Query bounce{"mail.note_bounce", R"sql(
    UPDATE outbox SET bounced_at = :now WHERE workspace_id = :workspace AND id = :id
)sql"};

/// As the row says it: what came back is a failure of a kind.
std::string state_of(Fate fate)
{
    return std::string{forms::enum_name(fate == Fate::bounced ? Fate::failed : fate)};
}

} // namespace

Fate LoggedMessage::fate() const
{
    switch (state) {
    case State::sent:
        return Fate::sent;
    case State::local:
        return Fate::local;
    case State::failed:
        return bounced_at ? Fate::bounced : Fate::failed;
    case State::waiting:
        break;
    }
    return Fate::waiting;
}

std::vector<LoggedMessage> log_lines(tenancy::WorkspaceTransaction& tx, const LogFilter& filter,
                                     const LogCursor& after, int limit)
{
    db::Binds binds{{"from", filter.from},
                    {"until", filter.until},
                    {"at", after.at},
                    {"id", after.id},
                    {"limit", limit}};
    if (filter.email.empty() && !filter.fate) return tx.rows<LoggedMessage>(by_time, binds);
    binds.emplace_back("state", filter.fate ? state_of(*filter.fate) : std::string{});
    binds.emplace_back("is_bounced", filter.fate == Fate::bounced);
    if (filter.email.empty()) return tx.rows<LoggedMessage>(by_fate, binds);
    binds.emplace_back("email", base::lower_ascii(filter.email));
    return tx.rows<LoggedMessage>(by_email, binds);
}

void note_bounce(tenancy::WorkspaceTransaction& tx, MessageId id)
{
    tx.execute(bounce, {{"id", id}, {"now", base::now()}});
}

} // namespace mail
