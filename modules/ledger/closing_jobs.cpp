#include "modules/ledger/closing_jobs.hpp"

#include "kernel/auth/workspaces.hpp"
#include "modules/ledger/closing_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"

#include <chrono>

namespace ledger
{
namespace
{

using tenancy::WorkspaceTransaction;

void plan_night(WorkspaceTransaction& tx, base::Instant now)
{
    const auto& zone = tx.workspace().time_zone;
    const base::Date tomorrow{base::date_in(now, zone).day + std::chrono::days{1}};
    const auto midnight =
        base::instant_of({.date = tomorrow, .hour = 0, .minute = 0, .second = 0}, zone);
    jobs::enqueue(tx, {.kind = close_job,
                       .payload = {},
                       .run_at = midnight,
                       .dedupe = "night:" + tomorrow.text()});
}

struct Wanted {
    bool has_money = false;
    bool is_late = false; ///< nothing has looked at the chain today
};
Wanted wanted_in(WorkspaceTransaction& tx, base::Instant now)
{
    LedgerStore store{tx};
    const auto& zone = tx.workspace().time_zone;
    const auto check = store.last_check();
    return {.has_money = store.first_money_day().has_value(),
            .is_late = !check || base::date_in(check->at, zone) < base::date_in(now, zone)};
}

} // namespace

void run_closing(tenancy::Context& context, const jobs::Job& /*job*/)
{
    close_due(context);
    verify_and_record(context, {});
    context.write([](WorkspaceTransaction& tx) { plan_night(tx, base::now()); });
}

void plan_closings(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        const auto wanted =
            context.read([&](WorkspaceTransaction& tx) { return wanted_in(tx, now); });
        if (!wanted.has_money) continue;
        context.write([&](WorkspaceTransaction& tx) {
            if (wanted.is_late)
                jobs::enqueue(tx,
                              {.kind = close_job, .payload = {}, .run_at = {}, .dedupe = "now"});
            plan_night(tx, now);
        });
    }
}

} // namespace ledger
