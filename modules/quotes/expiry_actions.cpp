#include "modules/quotes/expiry_actions.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/quotes/follow_up_jobs.hpp"
#include "modules/quotes/quotes.hpp"

#include <chrono>

namespace quotes
{

void plan_expiry(tenancy::WorkspaceTransaction& tx, base::Instant now)
{
    const auto& zone = tx.workspace().time_zone;
    const base::Date tomorrow{base::date_in(now, zone).day + std::chrono::days{1}};
    const auto night =
        base::instant_of({.date = tomorrow, .hour = 0, .minute = 5, .second = 0}, zone);
    jobs::enqueue(
        tx,
        {.kind = expiry_job, .payload = {}, .run_at = night, .dedupe = "night:" + tomorrow.text()});
}

void plan_expiries(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        if (!workspace.modules.contains("quotes")) continue;
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        context.write([&](tenancy::WorkspaceTransaction& tx) { plan_expiry(tx, now); });
    }
}

} // namespace quotes
