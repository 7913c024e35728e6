#include "app/housekeeping.hpp"

#include "kernel/auth/sessions.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/files/sweep.hpp"
#include "kernel/guard/form_key_store.hpp"
#include "kernel/log/log.hpp"
#include "kernel/search/search.hpp"
#include "kernel/sms/sms.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/crm/crm.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/notifications/notifications.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/reminders/reminders.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace app
{
namespace
{

using namespace std::chrono_literals;

constexpr auto round_every = 1h;

/// In many short transactions: others write in between.
void forget_old_rows(tenancy::Platform& platform)
{
    const auto workspaces = platform.read(auth::every_workspace);
    for (const auto& workspace : workspaces) {
        tenancy::Context context{platform.database(), workspace, tenancy::Actor::system()};
        while (context.write(notifications::forget_old) > 0)
            continue;
        portability::forget_old(context);
        privacy::alert_due(context);
        privacy::keep_retention(context);
        while (context.write(mailbox::forget_old) > 0)
            continue;
        while (context.write(sms::forget_old) > 0)
            continue;
    }
}

/// Those written before there was a search, or by an older tokenizer.
void index_the_rest(db::Database& database)
{
    tenancy::Platform platform{database};
    const auto indexed = platform.read(search::indexed_workspaces);
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        if (std::ranges::find(indexed, workspace.id) != indexed.end()) continue;
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        search::reindex(context);
    }
}

} // namespace

void keep_house(db::Database& database)
{
    tenancy::Platform platform{database};
    platform.write([](tenancy::PlatformTransaction& tx) { auth::purge_expired(tx); });
    platform.write(
        [](tenancy::PlatformTransaction& tx) { guard::forget_form_keys(tx, base::real_now()); });
    forget_old_rows(platform);
    index_the_rest(database);
    files::plan_sweeps(database, base::real_now());
    crm::plan_duplicates(database, base::real_now());
    quotes::plan_expiries(database, base::now());
    einvoicing::plan_fetching(database);
    ledger::plan_closings(database, base::now());
    accounting::plan_archives(database, base::now());
    accounting::plan_copies(database, base::now());
    accounting::plan_pushes(database);
    reminders::plan_rounds(database, base::now());
}

Housekeeping::Housekeeping(db::Database& database)
    : thread_([&database](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any signal;
          std::unique_lock lock{mutex};
          while (!stop.stop_requested()) {
              try {
                  keep_house(database);
              } catch (const std::exception& cause) {
                  logs::error("housekeeping.failed", {{"cause", cause.what()}});
              }
              signal.wait_for(lock, stop, round_every, [] { return false; });
          }
      })
{
}

} // namespace app
