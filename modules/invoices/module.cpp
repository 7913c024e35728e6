#include "kernel/module.hpp"

#include "kernel/files/files.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/account_statement_actions.hpp"
#include "modules/invoices/account_statement_pages.hpp"
#include "modules/invoices/cancelled_quote_actions.hpp"
#include "modules/invoices/erasure_listeners.hpp"
#include "modules/invoices/invoice_index.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_search_store.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/invoices/issue_jobs.hpp"
#include "modules/invoices/money_pages.hpp"
#include "modules/invoices/past_invoice_store.hpp"
#include "modules/invoices/payment_link_pages.hpp"
#include "modules/numbering/numbering.hpp"

namespace invoices
{
namespace
{

using guard::needs;

/// Of 200 lines that say all they may, as a browser encodes accents.
constexpr std::uint64_t form_bytes_max = 2 * 1024 * 1024;

void routes(kernel::Module& module)
{
    module.staff("/factures")
        .get("", list_invoices, needs("invoices.read"))
        .get("/export.csv", export_invoices_csv, needs("invoices.read"))
        .get("/export.xlsx", export_invoices_workbook, needs("invoices.read"))
        .get("/nouvelle", new_invoice, needs("invoices.manage"))
        .get("/catalogue", sale_documents::show_catalogue, needs("invoices.manage"))
        .post("", create_invoice, needs("invoices.manage"), "StartInvoice")
        .post("/devis/{quote}", create_from_quote, needs("invoices.manage"), "InvoiceQuote",
              "accepted_quote")
        .get("/{invoice}", show_invoice, needs("invoices.read"), "invoice")
        .post("/{invoice}", update_invoice, needs("invoices.manage"), "SaveInvoice", "invoice")
        .takes_files(form_bytes_max) // none comes: for the size of the form
        .post("/{invoice}/totaux", count_invoice, needs("invoices.read"), "SaveInvoice", "invoice")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .get("/{invoice}/apercu", show_draft_paper, needs("invoices.read"), "invoice")
        .post("/{invoice}/suppression", delete_invoice, needs("invoices.manage"), "RemoveInvoice",
              "invoice");
}

void life_routes(kernel::Module& module)
{
    module.staff("/factures/{invoice}")
        .get("/emission", confirm_issue, needs("invoices.manage"), "invoice")
        .post("/emission", create_issue, needs("invoices.manage"), "IssueInvoice", "ready_invoice")
        .post("/validation", create_check, needs("invoices.manage"), "CheckInvoice",
              "ready_invoice")
        .post("/client", update_buyer, needs("invoices.manage"), "SaveBuyer", "invoice")
        .get("/lien", show_link_sending, needs("invoices.manage"), "issued_invoice")
        .post("/lien", create_link_sending, needs("invoices.manage"), "SendPaymentLink",
              "issued_invoice")
        .get("/pdf", serve_paper, needs("invoices.read"), "issued_invoice")
        .get("/duplicata", serve_duplicate, needs("invoices.read"), "issued_invoice")
        .post("/paiements", create_payment, needs("invoices.record"), "RecordPayment",
              "issued_invoice")
        .post("/avoir", create_credit, needs("invoices.manage"), "CreditInvoice", "issued_invoice");
}

void statements(kernel::Module& module)
{
    module.staff("/clients/{id}/releve")
        .get("", show_statement, needs("invoices.read"), "client")
        .get("/pdf", serve_statement, needs("invoices.read"), "client")
        .post("/envoi", send_statement, needs("invoices.manage"), "MailStatement",
              "reachable_client");
    module.portal("/releve")
        .get("", show_own_statement, needs("invoices.read"))
        .get("/pdf", serve_own_statement, needs("invoices.read"));
    files::guard_with(statement_papers, guard_paper);
}

void settings(kernel::Module& module)
{
    module.staff("/reglages/factures")
        .get("", show_terms, needs("invoices.settings"))
        .post("", update_terms, needs("invoices.settings"), "SaveTerms")
        .post("/recus", update_receipts, needs("invoices.settings"), "SaveReceipts");
    module.settings({.label_key = "invoices.terms.title",
                     .hint_key = "invoices.terms.hint",
                     .path = "/reglages/factures",
                     .icon = "receipt",
                     .permission = "invoices.settings",
                     .order = 18});
    module.staff("/reglages/taxes")
        .get("", show_taxes, needs("invoices.settings"))
        .post("", update_taxes, needs("invoices.settings"), "SaveTaxes");
    module.settings({.label_key = "invoices.taxes.title",
                     .hint_key = "invoices.taxes.hint",
                     .path = "/reglages/taxes",
                     .icon = "percent",
                     .permission = "invoices.settings",
                     .order = 17});
}

/// In his portal, and by the link of a mail for who has no account.
void client_places(kernel::Module& module)
{
    const auto by_link = guard::open_to_all("the link is the proof");
    module.portal("/factures")
        .get("", list_own_invoices, needs("invoices.read"))
        .get("/{invoice}", show_client_invoice, needs("invoices.read"), "own_invoice")
        .get("/{invoice}/pdf", serve_client_paper, needs("invoices.read"), "own_invoice");
    module.portal("/facture")
        .get("/{token}", show_client_invoice, by_link)
        .get("/{token}/pdf", serve_client_paper, by_link);
    module.nav({.label_key = "invoices.nav",
                .path = "/factures",
                .icon = "receipt",
                .permission = "invoices.read",
                .side = tenancy::Side::portal,
                .order = 21});
}

void places(kernel::Module& module)
{
    module.panel(
        {.slot = "home", .permission = "invoices.read", .order = 22, .render = follow_panel});
    module.panel(
        {.slot = "home", .permission = "invoices.read", .order = 32, .render = money_panel});
    module.panel({.slot = "client",
                  .permission = "invoices.read",
                  .order = 21,
                  .render = client_invoices_panel});
    module.panel({.slot = "accepted_quote",
                  .permission = "invoices.read",
                  .order = 10,
                  .render = quote_invoices_panel});
    module.nav({.label_key = "invoices.nav",
                .path = "/factures",
                .icon = "receipt",
                .permission = "invoices.read",
                .order = 101,
                .hotkey = "g f"});
    module.creation({.label_key = "invoices.list.new",
                     .path = "/factures/nouvelle",
                     .icon = "receipt",
                     .permission = "invoices.manage",
                     .order = 61,
                     .for_kind = "client"});
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("invoices.read", "invoices.permission.read");
    module.permission("invoices.manage", "invoices.permission.manage");
    module.permission("invoices.record", "invoices.permission.record");
    module.permission("invoices.settings", "invoices.permission.settings");
    routes(module);
    life_routes(module);
    statements(module);
    settings(module);
    client_places(module);
    places(module);
    module.subject({.kind = "invoice", .lines = invoice_lines});
    module.searchable(invoice_kind());
    module.indexed(invoice_source());
    crm::move_with(invoice_rows());
    crm::move_with(buyer_rows());
    sale_documents::replay_with(past_invoices);
    module.job(issue_job, {.handler = run_issue, .delays = {}});
    module.on<privacy::PersonErased>(on_person_erased);
    module.on<quotes::QuoteCancelled>(on_quote_cancelled);
    quotes::hold_with(issued_of);
    files::guard_with(invoice_papers, guard_paper);
    numbering::declare({.code = invoice_series,
                        .label_key = "invoices.nav",
                        .default_format = "FACT-{YYYY}-{NNNN}"});
    numbering::declare({.code = credit_series,
                        .label_key = "invoices.credits",
                        .default_format = "AV-{YYYY}-{NNNN}"});
}

} // namespace invoices
