#include "kernel/module.hpp"

#include "modules/sendings/sending_jobs.hpp"
#include "modules/sendings/sending_pages.hpp"
#include "modules/sendings/sendings.hpp"

namespace sendings
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.staff("/factures-en-attente")
        .get("", list_waiting, needs("invoices.manage"))
        .post("", create_sending, needs("invoices.manage"), "SendInvoices")
        .post("/validation", check_waiting, needs("invoices.manage"), "CheckWaiting")
        .get("/{sending}", show_sending, needs("invoices.manage"), "sending");
    module.nav({.label_key = "sendings.nav",
                .path = "/factures-en-attente",
                .icon = "send",
                .permission = "invoices.manage",
                .order = 102});
    module.job(sending_job, {.handler = run_sending, .delays = {}});
}

} // namespace sendings
