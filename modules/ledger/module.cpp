#include "kernel/module.hpp"

#include "modules/ledger/closing_jobs.hpp"
#include "modules/ledger/closing_pages.hpp"
#include "modules/ledger/invoice_listeners.hpp"
#include "modules/ledger/ledger.hpp"

namespace ledger
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("ledger.read", "ledger.permission.read");
    module.permission("ledger.export", "ledger.permission.export");
    module.staff("/clotures")
        .get("", list_closings, needs("ledger.read"))
        .post("/verification", create_verification, needs("ledger.read"))
        .get("/{closing}", show_closing, needs("ledger.read"), "closing")
        .get("/{closing}/pdf", print_closing, needs("ledger.read"), "closing")
        .get("/{closing}/archive", serve_archive, needs("ledger.export"), "closing");
    module.settings({.label_key = "ledger.title",
                     .hint_key = "ledger.hint",
                     .path = "/clotures",
                     .icon = "lock",
                     .permission = "ledger.read",
                     .order = 49});
    module.on<invoices::InvoiceIssued>(on_invoice_issued);
    module.on<invoices::PaymentRecorded>(on_payment_recorded);
    module.job(close_job, {.handler = run_closing, .delays = {}});
}

} // namespace ledger
