#include "kernel/base/text.hpp"
#include "kernel/mail/erasure.hpp"

namespace mail
{
namespace
{

constexpr db::Query forget_sent{"mail.forget_recipient", R"sql(
    DELETE FROM outbox
    WHERE workspace_id = :workspace AND lower(to_email) = :email
)sql"};

constexpr db::Query forget_suspension{"mail.forget_suspension", R"sql(
    DELETE FROM mail_suspended WHERE workspace_id = :workspace AND email = :email
)sql"};

constexpr db::Query empty_old{"mail.forget_contents", R"sql(
    UPDATE outbox SET html = '', text = '' WHERE workspace_id = :workspace AND id IN (
        SELECT id FROM outbox
        WHERE workspace_id = :workspace AND created_at < :before AND state <> 'waiting'
          AND text <> '' LIMIT :limit)
)sql"};

constexpr db::Query count_old{"mail.count_contents", R"sql(
    SELECT count(*) FROM outbox
    WHERE workspace_id = :workspace AND created_at < :before AND state <> 'waiting' AND text <> ''
)sql"};

} // namespace

std::int64_t forget_recipient(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    tx.execute(forget_suspension, {{"email", base::lower_ascii(email)}});
    return tx.execute(forget_sent, {{"email", base::lower_ascii(email)}});
}

std::int64_t forget_contents(tenancy::WorkspaceTransaction& tx, base::Instant before,
                             std::int64_t limit)
{
    return tx.execute(empty_old, {{"before", before}, {"limit", limit}});
}

std::int64_t count_contents(tenancy::WorkspaceTransaction& tx, base::Instant before)
{
    return tx.value<std::int64_t>(count_old, {{"before", before}}).value_or(0);
}

} // namespace mail
