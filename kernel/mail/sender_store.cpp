#include "kernel/mail/sender_store.hpp"

#include "kernel/base/text.hpp"

namespace mail
{
namespace
{

constexpr std::size_t error_length_max = 500; // characters of a server's answer kept

constexpr db::Query find{"mail.sender", R"sql(
    SELECT host, port, encryption, user_name, sealed_password, from_name, from_email, reply_to, state, last_error,
           verified_at
      FROM mail_sender WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write{"mail.write_sender", R"sql(
    INSERT INTO mail_sender (workspace_id, host, port, encryption, user_name, sealed_password, from_name, from_email,
                             reply_to, state, last_error, verified_at)
    VALUES (:workspace, :host, :port, :encryption, :user_name, :sealed_password, :from_name, :from_email,
            :reply_to, :state, :last_error, :verified_at)
    ON CONFLICT (workspace_id) DO UPDATE
       SET host = excluded.host, port = excluded.port, encryption = excluded.encryption,
           user_name = excluded.user_name, sealed_password = excluded.sealed_password,
           from_name = excluded.from_name, from_email = excluded.from_email, reply_to = excluded.reply_to,
           state = excluded.state, last_error = excluded.last_error, verified_at = excluded.verified_at
)sql"};

constexpr db::Query note{"mail.note_test", R"sql(
    UPDATE mail_sender SET verified_at = :verified_at, last_error = :error WHERE workspace_id = :workspace
)sql"};

constexpr db::Query hold{"mail.hold_sender", R"sql(
    UPDATE mail_sender SET state = 'held', verified_at = NULL, last_error = :error
     WHERE workspace_id = :workspace AND state = 'active'
)sql"};

} // namespace

std::optional<SenderRow> sender_row(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<SenderRow>(find);
}

void write_sender(tenancy::WorkspaceTransaction& tx, const SenderRow& row)
{
    tx.execute(write, {{"host", row.host},
                       {"port", row.port},
                       {"encryption", row.encryption},
                       {"user_name", row.user_name},
                       {"sealed_password", row.sealed_password},
                       {"from_name", row.from_name},
                       {"from_email", row.from_email},
                       {"reply_to", row.reply_to},
                       {"state", row.state},
                       {"last_error", row.last_error},
                       {"verified_at", row.verified_at}});
}

void note_test(tenancy::WorkspaceTransaction& tx, std::optional<base::Instant> verified_at,
               std::string_view error)
{
    tx.execute(note,
               {{"verified_at", verified_at}, {"error", base::shorten(error, error_length_max)}});
}

bool hold_sender(tenancy::WorkspaceTransaction& tx, std::string_view error)
{
    return tx.execute(hold, {{"error", base::shorten(error, error_length_max)}}) == 1;
}

} // namespace mail
