#include "modules/reminders/reminder_jobs.hpp"

#include "modules/reminders/reminder_actions.hpp"
#include "modules/reminders/reminder_store.hpp"
#include "modules/reminders/schedule_actions.hpp"

namespace reminders
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int page_invoices = 100;

/// Each in a transaction of its own: who dies between two has written to the first once.
void write_to_all(tenancy::Context& context, base::Date due_from)
{
    invoices::LateSpan span{
        .due_from = due_from, .today = context.today(), .after = {}, .limit = page_invoices};
    const auto page = [&] {
        return context.read(
            [&](WorkspaceTransaction& tx) { return invoices::late_invoices(tx, span); });
    };
    for (auto ids = page(); !ids.empty(); ids = page()) {
        for (const auto id : ids)
            context.write([&](WorkspaceTransaction& tx) { remind_if_due(tx, id); });
        span.after = ids.back();
    }
}

} // namespace

void run_round(tenancy::Context& context, const jobs::Job& /*job*/)
{
    const auto schedule =
        context.read([](WorkspaceTransaction& tx) { return ReminderStore{tx}.schedule(); });
    if (!schedule.due_from) return;

    // A server that was down in the morning may come back at night.
    if (is_office_time(context.now(), context.workspace().time_zone))
        write_to_all(context, *schedule.due_from);
    context.write([](WorkspaceTransaction& tx) { plan_round(tx, base::now()); });
}

} // namespace reminders
