#include "modules/reminders/schedule_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/reminders/reminder_jobs.hpp"
#include "modules/reminders/reminder_store.hpp"
#include "modules/reminders/reminders.hpp"

namespace reminders
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Of every invoice there ever was.
constexpr base::Date since_ever{};

std::string words_of(const Schedule& schedule)
{
    if (!schedule.due_from) return {};
    std::string words;
    for (const auto day : schedule.days())
        if (day > 0) words += (words.empty() ? "" : ", ") + std::to_string(day);
    return words;
}

std::optional<base::Date> due_from(const Schedule& before, const NewSchedule& wanted,
                                   base::Date today)
{
    if (!wanted.is_on) return {};
    if (wanted.backlog == Backlog::reminded) return since_ever;
    return before.due_from ? before.due_from : today;
}

} // namespace

void save_schedule(WorkspaceTransaction& tx, const NewSchedule& wanted)
{
    ReminderStore store{tx};
    const auto now = base::now();
    const auto before = store.schedule();
    const Schedule after{.due_from =
                             due_from(before, wanted, base::date_in(now, tx.workspace().time_zone)),
                         .first = wanted.first,
                         .second = wanted.second,
                         .third = wanted.third};
    if (before == after) return;

    store.save(after);
    audit::append(tx,
                  {.action = after.due_from ? "reminders.schedule_saved" : "reminders.switched_off",
                   .subject_kind = "workspace",
                   .subject = tx.workspace().id.value,
                   .changes = {{"days", words_of(before), words_of(after)}}});
    events::touch(tx, "invoices");
    plan_round(tx, now);
}

std::int64_t backlog_of(WorkspaceTransaction& tx, const Schedule& schedule)
{
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    return invoices::count_late(tx, since_ever, schedule.due_from.value_or(today));
}

void plan_round(WorkspaceTransaction& tx, base::Instant now)
{
    if (!ReminderStore{tx}.schedule().due_from) return;
    const auto& zone = tx.workspace().time_zone;
    const auto at = next_round_at(now, zone);
    jobs::enqueue(tx, {.kind = round_job,
                       .payload = {},
                       .run_at = at,
                       .dedupe = "morning:" + base::date_in(at, zone).text()});
}

void plan_rounds(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        if (!workspace.modules.contains("reminders")) continue;
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        context.write([&](WorkspaceTransaction& tx) { plan_round(tx, now); });
    }
}

} // namespace reminders
