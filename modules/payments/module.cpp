#include "kernel/module.hpp"

#include "modules/payments/account_pages.hpp"
#include "modules/payments/checkout_pages.hpp"
#include "modules/payments/erasure_listeners.hpp"
#include "modules/payments/follow_jobs.hpp"
#include "modules/payments/foreign_money.hpp"
#include "modules/payments/mandate_store.hpp"
#include "modules/payments/payments.hpp"
#include "modules/payments/refund_pages.hpp"
#include "modules/payments/webhook_pages.hpp"

namespace payments
{
namespace
{

using guard::needs;

void settings(kernel::Module& module)
{
    constexpr const char* own = "payments.settings";
    module.permission(own, "payments.permission.settings");
    module.staff("/reglages/paiements")
        .get("", list_accounts, needs(own))
        .get("/{provider}", show_account, needs(own), "payment_account")
        .post("/{provider}", update_account, needs(own), "SavePaymentAccount", "payment_account")
        .post("/{provider}/essai", create_trial, needs(own), {}, "payment_account")
        .post("/{provider}/copies", update_copies, needs(own), "KeepPaymentCopies",
              "payment_account")
        .post("/{provider}/arret", stop_account_page, needs(own), {}, "payment_account");
    module.settings({.label_key = "payments.title",
                     .hint_key = "payments.hint",
                     .path = "/reglages/paiements",
                     .icon = "credit-card",
                     .permission = own,
                     .order = 19});
}

/// By his portal, and by the link of a mail for who has no account.
void client_places(kernel::Module& module)
{
    const auto by_link = guard::open_to_all("the link is the proof");
    module.portal("/factures/{invoice}/reglement")
        .post("", create_checkout, needs("invoices.read"), "PayOnline", "own_unpaid_invoice")
        .get("", show_checkout, needs("invoices.read"), "own_checkout")
        .get("/page-de-paiement", leave_for_provider, needs("invoices.read"), "own_checkout")
        .get("/retour", show_return, needs("invoices.read"), "own_checkout");
    module.portal("/facture/{token}/reglement")
        .post("", create_checkout, by_link, "PayOnline")
        .get("", show_checkout, by_link)
        .get("/page-de-paiement", leave_for_provider, by_link)
        .get("/retour", show_return, by_link);
    module.portal("/paiements")
        .post("/stripe", receive_stripe,
              guard::signed_by_machine("what Stripe signed is the proof"))
        .takes_pieces(notice_bytes_max)
        .post("/paypal", receive_paypal,
              guard::signed_by_machine("what PayPal says it signed is the proof"))
        .takes_pieces(notice_bytes_max)
        .post("/gocardless", receive_gocardless,
              guard::signed_by_machine("what GoCardless signed is the proof"))
        .takes_pieces(notice_bytes_max);
    module.panel({.slot = "client_invoice", .permission = {}, .render = checkout_panel});
}

} // namespace

void describe(kernel::Module& module)
{
    settings(module);
    client_places(module);
    module.staff("/factures/{invoice}/en-ligne/{taking}")
        .get("/remboursement", confirm_refund, needs("invoices.record"), "online_payment")
        .post("/remboursement", create_refund, needs("invoices.record"), "RefundTaking",
              "online_payment");
    crm::move_with(mandate_rows());
    module.on<invoices::PaymentRecorded>(on_payment_recorded);
    module.on<privacy::PersonErased>(on_person_erased);
    module.job(follow_job,
               {.handler = run_follow, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
    module.panel(
        {.slot = "issued_invoice", .permission = "invoices.read", .render = takings_panel});
}

} // namespace payments
