#include "kernel/module.hpp"

#include "kernel/files/files.hpp"
#include "modules/expenses/billed_actions.hpp"
#include "modules/expenses/billed_pages.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_index.hpp"
#include "modules/expenses/expense_pages.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/expenses/moved_client_store.hpp"
#include "modules/expenses/supplied_pages.hpp"
#include "modules/expenses/supplier_listeners.hpp"
#include "modules/numbering/numbering.hpp"

namespace expenses
{
namespace
{

using guard::needs;

/// Five receipts of 20 MB, and the words.
constexpr std::uint64_t form_bytes_max = 105'000'000;

void routes(kernel::Module& module)
{
    module.staff("/depenses")
        .get("", list_expenses, needs("expenses.read"))
        .get("/export.csv", export_csv, needs("expenses.read"))
        .get("/export.xlsx", export_workbook, needs("expenses.read"))
        .get("/nouvelle", new_expense, needs("expenses.write"))
        .post("", create_expense, needs("expenses.write"), "SaveExpense")
        .takes_files(form_bytes_max)
        .get("/trajet", new_trip, needs("expenses.write"))
        .post("/trajet", create_trip, needs("expenses.write"), "SaveTrip");
    module.staff("/depenses/types")
        .get("", list_types, needs("expenses.write"))
        .post("", create_type, needs("expenses.write"), "SaveExpenseType")
        .get("/{type}", show_type, needs("expenses.write"), "expense_type")
        .post("/{type}", update_type, needs("expenses.write"), "SaveExpenseType", "expense_type");
    module.staff("/depenses/{expense}")
        .get("", show_expense, needs("expenses.read"), "expense")
        .get("/modification", edit_expense_page, needs("expenses.write"), "expense")
        .post("", update_expense, needs("expenses.write"), "SaveExpense", "expense")
        .post("/justificatifs", create_receipts, needs("expenses.write"), {}, "expense")
        .takes_files(form_bytes_max)
        .post("/refacturation", create_recovery, needs("expenses.write"), "RecoverExpense",
              "client_expense")
        .post("/facture", create_billing, needs("expenses.write"), {}, "client_expense")
        .post("/reprise", take_back_expense, needs("expenses.write"), {}, "billed_expense")
        .post("/annulation", create_cancellation, needs("expenses.write"), {}, "expense");
    module.staff("/clients/{id}/frais")
        .post("", create_client_billing, needs("expenses.write"), {}, "client_of_expense");
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("expenses.read", "expenses.permission.read");
    module.permission("expenses.write", "expenses.permission.write");
    routes(module);
    module.nav({.label_key = "expenses.nav",
                .path = "/depenses",
                .icon = "receipt",
                .permission = "expenses.read",
                .order = 160});
    module.creation({.label_key = "expenses.list.new",
                     .path = "/depenses/nouvelle",
                     .icon = "receipt",
                     .permission = "expenses.write",
                     .order = 70,
                     .for_kind = "client"});
    module.searchable(expense_kind());
    module.indexed(expense_source());
    crm::move_with(expense_rows());
    module.on<files::FileJudged>(on_receipt_judged);
    module.on<einvoicing::SupplierInvoiceAccepted>(on_supplier_invoice_accepted);
    module.on<einvoicing::SupplierInvoiceRefused>(on_supplier_invoice_refused);
    module.on<einvoicing::SupplierInvoicePaid>(on_supplier_invoice_paid);
    module.on<invoices::InvoiceIssued>(on_invoice_issued);
    module.on<invoices::InvoiceRemoved>(on_invoice_removed);
    module.on<invoices::InvoiceCancelled>(on_invoice_cancelled);
    module.panel({.slot = "client",
                  .permission = "expenses.read",
                  .order = 22,
                  .render = recoverable_panel});
    module.panel({.slot = "supplier_invoice",
                  .permission = "expenses.read",
                  .order = 10,
                  .render = supplied_panel});
    files::guard_with(receipt_files, guard_receipt);
    numbering::declare({.code = expense_series,
                        .label_key = "expenses.nav",
                        .default_format = "DEP-{YYYY}-{NNNN}"});
}

} // namespace expenses
