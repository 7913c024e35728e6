#include "kernel/module.hpp"

#include "modules/accounting/accounting.hpp"
#include "modules/accounting/accounting_pages.hpp"
#include "modules/accounting/archive_jobs.hpp"
#include "modules/accounting/archive_store.hpp"
#include "modules/accounting/expense_listeners.hpp"
#include "modules/accounting/invoice_listeners.hpp"
#include "modules/accounting/outside_jobs.hpp"
#include "modules/accounting/outside_pages.hpp"
#include "modules/accounting/safe_jobs.hpp"
#include "modules/accounting/safe_pages.hpp"
#include "modules/accounting/sale_store.hpp"

namespace accounting
{

using guard::needs;

namespace
{

void describe_safe(kernel::Module& module)
{
    constexpr const char* manage = "accounting.manage";
    module.staff("/reglages/coffre")
        .get("", show_safe, needs(manage))
        .post("", update_safe, needs(manage), "SaveSafe")
        .post("/essai", create_safe_trial, needs(manage))
        .post("/envois", create_copies, needs(manage))
        .get("/envois.csv", export_safe, needs(manage))
        .post("/arret", stop_safe_page, needs(manage));
    module.settings({.label_key = "accounting.safe.title",
                     .hint_key = "accounting.safe.hint",
                     .path = "/reglages/coffre",
                     .icon = "hard-drive",
                     .permission = manage,
                     .order = 24});
    module.subject({.kind = "accounting_safe", .lines = safe_line});
    module.job(copy_job, {.handler = run_copying, .delays = {}});
}

void describe_outside(kernel::Module& module)
{
    constexpr const char* manage = "accounting.manage";
    module.staff("/reglages/pennylane")
        .get("", show_outside, needs(manage))
        .post("", update_outside, needs(manage), "ConnectBooks")
        .post("/essai", create_outside_trial, needs(manage))
        .post("/envois", create_pushes, needs(manage))
        .post("/correspondances", update_twin, needs(manage), "SaveTwin")
        .post("/arret", stop_outside, needs(manage));
    module.settings({.label_key = "accounting.outside.title",
                     .hint_key = "accounting.outside.hint",
                     .path = "/reglages/pennylane",
                     .icon = "book-open",
                     .permission = manage,
                     .order = 25});
    module.subject({.kind = "accounting_outside", .lines = outside_line});
    module.job(push_job, {.handler = run_pushing, .delays = {}});
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("accounting.read", "accounting.permission.read");
    module.permission("accounting.manage", "accounting.permission.manage");
    module.staff("/comptabilite")
        .get("", list_entries, needs("accounting.read"))
        .get("/ecritures.csv", export_entries, needs("accounting.read"))
        .get("/ventes", show_sales, needs("accounting.read"))
        .get("/ventes.csv", export_sales, needs("accounting.read"))
        .get("/ventes.xlsx", export_sales_workbook, needs("accounting.read"))
        .get("/reglements.csv", export_receipts, needs("accounting.read"))
        .get("/reglements.xlsx", export_receipts_workbook, needs("accounting.read"))
        .get("/tresorerie", show_cash, needs("accounting.read"))
        .get("/plan", show_chart, needs("accounting.read"))
        .post("/plan", update_chart, needs("accounting.manage"), "ChooseAccount")
        .post("/plan/tva", update_tax_due, needs("accounting.manage"), "ChooseTaxDue")
        .get("/balance", show_balance, needs("accounting.read"))
        .get("/bilan", show_summary, needs("accounting.read"))
        .get("/fec", show_fec, needs("accounting.read"))
        .get("/fec.txt", serve_fec, needs("accounting.read"))
        .get("/fec.xml", serve_fec_xml, needs("accounting.read"))
        .get("/fec-description.txt", serve_fec_note, needs("accounting.read"))
        .post("/cloture", create_closing, needs("accounting.manage"), "ClosePeriod");
    module.nav({.label_key = "accounting.nav",
                .path = "/comptabilite",
                .icon = "book-open",
                .permission = "accounting.read",
                .order = 170});
    describe_safe(module);
    describe_outside(module);
    files::guard_with(archive_files, guard_archive);
    module.job(archive_job, {.handler = run_archiving, .delays = {}});
    crm::move_with(party_rows());
    module.on<invoices::InvoiceIssued>(on_invoice_issued);
    module.on<invoices::PaymentRecorded>(on_payment_recorded);
    module.on<expenses::ExpenseRecorded>(on_expense_recorded);
    module.on<expenses::ExpenseChanged>(on_expense_changed);
    module.on<expenses::ExpensePaid>(on_expense_paid);
    module.on<expenses::ExpenseCancelled>(on_expense_cancelled);
}

} // namespace accounting
