#include "modules/progress/post_jobs.hpp"

#include "modules/progress/post_actions.hpp"

namespace progress
{
namespace
{

constexpr std::chrono::minutes a_little_later{1};

}

void plan_purge(tenancy::WorkspaceTransaction& tx, base::Instant deleted_at)
{
    jobs::enqueue(tx, {.kind = purge_job,
                       .payload = "{}",
                       .run_at = deleted_at + deleted_kept + a_little_later,
                       .dedupe = {}});
}

void run_purge(tenancy::Context& context, const jobs::Job&)
{
    context.write([](tenancy::WorkspaceTransaction& tx) { purge_deleted(tx, base::now()); });
}

} // namespace progress
