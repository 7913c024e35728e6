#include "kernel/module.hpp"

#include "modules/invoices/invoices.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/client_signing_pages.hpp"
#include "modules/signed_invoices/invoice_listeners.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"
#include "modules/signed_invoices/team_pages.hpp"
#include "modules/signed_invoices/wish_pages.hpp"

namespace signed_invoices
{
namespace
{

using guard::needs;

constexpr const char* read = "invoices.read";
constexpr const char* settings = "invoices.settings";

/// In his portal, and by the link of a mail for who has no account.
void client_routes(kernel::Routes routes, const guard::Access& who, std::string_view waiting,
                   std::string_view done)
{
    routes.get("/signature", show_signing, who, waiting)
        .post("/signature/code", create_code, who, "SignInvoice", waiting)
        .takes_files(signatures::form_bytes_max)
        .post("/signature", create_signature, who, "SignInvoice", waiting)
        .takes_files(signatures::form_bytes_max)
        .get("/signee", serve_signed_paper, who, done);
}

void places(kernel::Module& module)
{
    client_routes(module.portal("/factures/{invoice}"), needs(read), "own_unsigned_invoice",
                  "own_signed_invoice");
    client_routes(module.portal("/facture/{token}"), guard::open_to_all("the link is the proof"),
                  {}, {});
    module.panel({.slot = "client_invoice", .permission = {}, .order = 5, .render = client_panel});
    module.panel({.slot = "portal_home", .permission = read, .order = 6, .render = waiting_panel});
    module.staff("/factures/{invoice}")
        .get("/signee", serve_team_paper, needs(read), "signed_invoice");
    module.panel({.slot = "issued_invoice", .permission = read, .order = 5, .render = team_panel});
}

} // namespace

void describe(kernel::Module& module)
{
    module.staff("/reglages/factures/signature")
        .get("", show_wish, needs(settings))
        .post("", update_wish, needs(settings), "WishSignatures");
    module.panel({.slot = "invoice_settings", .permission = settings, .render = wish_panel});
    places(module);
    module.on<invoices::InvoiceIssued>(on_invoice_issued);
    invoices::mark_lists_with(signature_marks);
}

} // namespace signed_invoices
