#include "kernel/jobs/failures.hpp"

namespace jobs
{
namespace
{

/// `run_at` of a failed job is when its last attempt was due.
constexpr db::Query failed{"jobs.failures_since", R"sql(
    -- all workspaces: the operator watches one queue
    SELECT count(*) FROM job WHERE state = 'failed' AND run_at > :since
)sql"};

} // namespace

std::int64_t failures_since(tenancy::PlatformTransaction& tx, base::Instant since)
{
    return tx.value<std::int64_t>(failed, {{"since", since}}).value_or(0);
}

} // namespace jobs
