#include "kernel/module.hpp"

#include "modules/reminders/erasure_listeners.hpp"
#include "modules/reminders/reminder_jobs.hpp"
#include "modules/reminders/reminder_mails.hpp"
#include "modules/reminders/reminder_pages.hpp"
#include "modules/reminders/reminders.hpp"

namespace reminders
{

using guard::needs;

void describe(kernel::Module& module)
{
    constexpr const char* settings = "reminders.settings";
    module.permission(settings, "reminders.permission.settings");
    module.staff("/reglages/relances")
        .get("", show_schedule, needs(settings))
        .post("", update_schedule, needs(settings), "SaveReminders");
    module.settings({.label_key = "reminders.title",
                     .hint_key = "reminders.hint",
                     .path = "/reglages/relances",
                     .icon = "bell",
                     .permission = settings,
                     .order = 18});
    module.staff("/factures/{invoice}")
        .post("/relance", create_reminder, needs("invoices.manage"), {}, "issued_invoice")
        .get("/litige", ask_dispute, needs("invoices.manage"), "issued_invoice")
        .post("/litige", create_dispute, needs("invoices.manage"), "OpenDispute", "issued_invoice")
        .post("/litige/fin", end_dispute, needs("invoices.manage"), {}, "disputed_invoice");
    module.panel({.slot = "issued_invoice",
                  .permission = "invoices.read",
                  .order = 10,
                  .render = reminders_panel});
    module.job(round_job, {.handler = run_round, .delays = {}});
    module.on<privacy::PersonErased>(on_person_erased);
    offer_mails();
}

} // namespace reminders
