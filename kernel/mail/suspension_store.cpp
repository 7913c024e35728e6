#include "kernel/mail/suspension_store.hpp"

namespace mail
{
namespace
{

constexpr db::Query by_email{"mail.suspension", R"sql(
    SELECT email, status, words, suspended_at FROM mail_suspended
     WHERE workspace_id = :workspace AND email = :email
)sql"};

constexpr db::Query write{"mail.write_suspension", R"sql(
    INSERT INTO mail_suspended (workspace_id, email, status, words, suspended_at)
    VALUES (:workspace, :email, :status, :words, :suspended_at)
    ON CONFLICT (workspace_id, email) DO UPDATE
       SET status = excluded.status, words = excluded.words, suspended_at = excluded.suspended_at
)sql"};

constexpr db::Query remove{"mail.delete_suspension", R"sql(
    DELETE FROM mail_suspended WHERE workspace_id = :workspace AND email = :email
)sql"};

} // namespace

std::optional<Suspension> suspension_row(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    return tx.find<Suspension>(by_email, {{"email", email}});
}

void write_suspension(tenancy::WorkspaceTransaction& tx, const Suspension& suspension)
{
    tx.execute(write, {{"email", suspension.email},
                       {"status", suspension.status},
                       {"words", suspension.words},
                       {"suspended_at", suspension.suspended_at}});
}

bool delete_suspension(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    return tx.execute(remove, {{"email", email}}) > 0;
}

} // namespace mail
