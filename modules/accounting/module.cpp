#include "kernel/module.hpp"

#include "modules/accounting/accounting.hpp"
#include "modules/accounting/accounting_pages.hpp"
#include "modules/accounting/expense_listeners.hpp"

namespace accounting
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("accounting.read", "accounting.permission.read");
    module.permission("accounting.manage", "accounting.permission.manage");
    module.staff("/comptabilite")
        .get("", list_entries, needs("accounting.read"))
        .get("/ecritures.csv", export_entries, needs("accounting.read"))
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
    module.on<expenses::ExpenseRecorded>(on_expense_recorded);
    module.on<expenses::ExpenseChanged>(on_expense_changed);
    module.on<expenses::ExpenseCancelled>(on_expense_cancelled);
}

} // namespace accounting
