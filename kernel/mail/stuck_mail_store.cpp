#include "kernel/mail/stuck_mail.hpp"

namespace mail
{
namespace
{

constexpr db::Query stuck{"mail.stuck_messages", R"sql(
    -- all workspaces: the operator watches one queue
    SELECT count(*) FROM outbox WHERE state = 'waiting' AND created_at < :moment
)sql"};

} // namespace

std::int64_t waiting_since_before(tenancy::PlatformTransaction& tx, base::Instant moment)
{
    return tx.value<std::int64_t>(stuck, {{"moment", moment}}).value_or(0);
}

} // namespace mail
