#include "kernel/module.hpp"

#include "modules/einvoicing/dispatch_jobs.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/einvoicing/erasure_listeners.hpp"
#include "modules/einvoicing/mail_address_pages.hpp"
#include "modules/einvoicing/mailed_actions.hpp"
#include "modules/einvoicing/platform_jobs.hpp"
#include "modules/einvoicing/platform_pages.hpp"
#include "modules/einvoicing/reading.hpp"
#include "modules/einvoicing/reception.hpp"
#include "modules/einvoicing/reception_pages.hpp"
#include "modules/einvoicing/report_jobs.hpp"
#include "modules/einvoicing/report_listeners.hpp"
#include "modules/einvoicing/report_pages.hpp"
#include "modules/einvoicing/supplier_invoice_pages.hpp"
#include "modules/einvoicing/transmission_jobs.hpp"
#include "modules/einvoicing/transmission_listeners.hpp"
#include "modules/einvoicing/transmission_pages.hpp"

namespace einvoicing
{

using guard::needs;

namespace
{

constexpr const char* settings = "einvoicing.settings";

void describe_reports(kernel::Module& module)
{
    module.staff("/reglages/e-reporting")
        .get("", show_reports, needs(settings))
        .post("", update_reporting, needs(settings), "ChooseReporting")
        .get("/fichier", serve_report, needs(settings))
        .post("/envoi", create_report, needs(settings), "TellReport")
        .post("/renvoi", create_report_again, needs(settings), "TellReportAgain");
    module.settings({.label_key = "einvoicing.report.title",
                     .hint_key = "einvoicing.report.hint",
                     .path = "/reglages/e-reporting",
                     .icon = "landmark",
                     .permission = settings,
                     .order = 19});
    module.job(telling_job,
               {.handler = run_telling, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
    module.on<invoices::InvoiceIssued>(on_invoice_issued);
    module.on<invoices::PaymentRecorded>(on_payment_recorded);
}

void describe_mail(kernel::Module& module)
{
    module.staff("/reglages/factures-par-courriel")
        .get("", show_mail_address, needs(settings))
        .post("", create_mail_address, needs(settings))
        .post("/arret", stop_mail_address, needs(settings));
    module.settings({.label_key = "einvoicing.mailed.title",
                     .hint_key = "einvoicing.mailed.menu_hint",
                     .path = "/reglages/factures-par-courriel",
                     .icon = "mail",
                     .permission = settings,
                     .order = 18});
    mail::take_with(mail::ReplyKey::Kind::supplier, take_invoice_mail);
    module.on<privacy::PersonErased>(on_person_erased);
}

} // namespace

void describe(kernel::Module& module)
{
    constexpr const char* read = "einvoicing.read";
    constexpr const char* manage = "einvoicing.manage";
    module.permission(read, "einvoicing.permission.read");
    module.permission(manage, "einvoicing.permission.manage");
    module.staff("/factures-recues")
        .get("", list_supplier_invoices, needs(read))
        .post("", create_receptions, needs(manage))
        .takes_files(form_bytes_max)
        .get("/a-trier", list_receptions, needs(read))
        .post("/a-trier/{reception}/retrait", create_dismissal, needs(manage), {}, "supplier_file")
        .post("/a-trier/{reception}/relecture", create_reading, needs(manage), {}, "supplier_file")
        .get("/{invoice}", show_supplier_invoice, needs(read), "supplier_invoice")
        .post("/{invoice}/acceptation", create_acceptance, needs(manage), {}, "supplier_invoice")
        .post("/{invoice}/refus", create_refusal, needs(manage), "RefuseInvoice",
              "supplier_invoice")
        .post("/{invoice}/litige", create_dispute, needs(manage), "DisputeInvoice",
              "supplier_invoice")
        .post("/{invoice}/renvoi", create_decision_again, needs(manage), {}, "supplier_invoice")
        .post("/{invoice}/paiement", create_payment, needs(manage), "PayInvoice",
              "accepted_supplier_invoice");
    module.permission(settings, "einvoicing.permission.settings");
    module.staff("/reglages/plateforme")
        .get("", show_platform, needs(settings))
        .post("", update_platform, needs(settings), "SavePlatform")
        .post("/essai", create_trial, needs(settings))
        .post("/activation", activate_platform, needs(settings))
        .post("/releve", create_fetching, needs(settings))
        .post("/arret", stop_platform, needs(settings));
    describe_reports(module);
    describe_mail(module);
    module.staff("/factures/{invoice}/transmission")
        .post("", create_transmission, needs("invoices.manage"), {}, "issued_invoice");
    module.panel({.slot = "issued_invoice",
                  .permission = "invoices.read",
                  .order = 10,
                  .render = transmission_panel});
    module.settings({.label_key = "einvoicing.platform.title",
                     .hint_key = "einvoicing.platform.hint",
                     .path = "/reglages/plateforme",
                     .icon = "cable",
                     .permission = settings,
                     .order = 18});
    module.nav({.label_key = "einvoicing.nav",
                .path = "/factures-recues",
                .icon = "inbox",
                .permission = read,
                .order = 130});
    module.panel({.slot = "home", .permission = manage, .order = 30, .render = to_check_panel});
    module.subject({.kind = "supplier_invoice", .lines = supplier_invoice_lines});
    module.job(reading_job, {.handler = run_reading, .delays = {}});
    module.job(trial_job, {.handler = run_trial, .delays = {}});
    module.job(fetching_job,
               {.handler = run_fetching, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
    module.job(transmission_job, {.handler = run_transmission, .delays = {}});
    module.job(following_job,
               {.handler = run_following, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
    module.job(dispatch_job, {.handler = run_dispatch, .delays = {}});
    module.on<invoices::InvoicePaperKept>(on_paper_kept);
    invoices::mark_lists_with(transmission_marks);
    files::guard_with(reception_files, guard_original);
}

} // namespace einvoicing
