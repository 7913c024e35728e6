#include "kernel/module.hpp"

#include "modules/payments/account_pages.hpp"
#include "modules/payments/checkout_pages.hpp"
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
        .get("", show_account, needs(own))
        .post("", update_account, needs(own), "SavePaymentAccount")
        .post("/essai", create_trial, needs(own))
        .post("/arret", stop_account_page, needs(own));
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
        .post("", create_checkout, needs("invoices.read"), {}, "own_unpaid_invoice")
        .get("", show_checkout, needs("invoices.read"), "own_checkout")
        .get("/page-de-paiement", leave_for_provider, needs("invoices.read"), "own_checkout")
        .get("/retour", show_return, needs("invoices.read"), "own_checkout");
    module.portal("/facture/{token}/reglement")
        .post("", create_checkout, by_link)
        .get("", show_checkout, by_link)
        .get("/page-de-paiement", leave_for_provider, by_link)
        .get("/retour", show_return, by_link);
    module.portal("/paiements")
        .post("/stripe", receive_stripe,
              guard::signed_by_machine("what Stripe signed is the proof"))
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
    module.panel(
        {.slot = "issued_invoice", .permission = "invoices.read", .render = takings_panel});
}

} // namespace payments
