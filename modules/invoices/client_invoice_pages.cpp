#include "kernel/auth/memberships.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/client_invoice_views.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_link.hpp"
#include "modules/invoices/invoice_list_store.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_policy.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/paper_pages.hpp"
#include "modules/invoices/payment_store.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// Who comes by the link of a mail is nobody: the link is the proof.
bool has_link(const Call& call)
{
    return !call.actor().membership;
}

std::string client_path(const Call& call)
{
    const auto slug = "/p/" + call.context().workspace().slug;
    return has_link(call) ? slug + "/facture/" + call.path("token")
                          : slug + "/factures/" + call.path("invoice");
}

/// Issued, and of this client. Throws base::NotFound.
Invoice reached(Call& call)
{
    const auto id = has_link(call) ? invoice_of_link(call.context().workspace(), call.path("token"))
                                   : std::optional{call.path_id<InvoiceId>("invoice")};
    if (!id) throw base::NotFound{};
    return call.context().read([&](WorkspaceTransaction& tx) {
        auto invoice = invoice_by_id(tx, *id);
        if (is_open(invoice.state)) throw base::NotFound{};
        if (has_link(call))
            require_live_link(tx, invoice);
        else
            require_own(tx, invoice);
        return invoice;
    });
}

/// Who holds the link and signs in for the same client reads it in his portal.
bool belongs_in_portal(Call& call, const Invoice& invoice)
{
    if (!has_link(call) || !call.signed_in()) return false;
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto member =
            auth::membership_of(tx, call.signed_in()->person.id, tenancy::Side::portal);
        return member && member->client == invoice.client_id &&
               member->status == auth::MembershipStatus::active && !crm::is_limited(tx, member->id);
    });
}

ClientInvoiceView view_of(Call& call, const Invoice& invoice)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    ClientInvoiceView view{.invoice = invoice,
                           .paper = html::checked_local(client_path(call) + "/pdf"),
                           .books = sale_documents::books_of(workspace),
                           .today = context.today(),
                           .panels = guard::panels_in(call, "client_invoice")};
    context.read([&](WorkspaceTransaction& tx) {
        const auto issue = IssueStore{tx}.find(invoice.id);
        if (!issue) throw base::NotFound{};
        view.lines = InvoiceStore{tx}.lines(invoice.id);
        view.counted.figures = billing::figures_from(issue->figures);
        sale_documents::name_code(view.counted, view.invoice.terms());
        view.terms = terms_from(issue->terms);
        view.business = sale_documents::parties_from(issue->parties).business;
        view.has_paper = issue->paper.has_value();
        view.balance = PaymentStore{tx}.balance(invoice.id);
        view.payments = PaymentStore{tx}.of(invoice.id);
    });
    return view;
}

bool is_seen(WorkspaceTransaction& tx, InvoiceId invoice)
{
    const auto events = IssueStore{tx}.events(invoice);
    return std::ranges::find(events, What::seen, &Event::what) != events.end();
}

/// The first time that its client reads it.
void mark_seen(Call& call, InvoiceId invoice)
{
    const auto read = [&](WorkspaceTransaction& tx) { return is_seen(tx, invoice); };
    if (call.context().read(read)) return;
    call.context().write([&](WorkspaceTransaction& tx) {
        if (!is_seen(tx, invoice)) tell(tx, invoice, What::seen);
    });
}

} // namespace

ClientPlace client_place(Call& call)
{
    return {.invoice = reached(call).id, .path = client_path(call)};
}

http::Response show_client_invoice(Call& call)
{
    const auto invoice = reached(call);
    const auto& workspace = call.context().workspace();
    if (belongs_in_portal(call, invoice))
        return call.redirect("/p/" + workspace.slug + "/factures/" + invoice.id.text());
    mark_seen(call, invoice.id);
    if (has_link(call)) call.forbid_storing();
    std::vector<std::string> topics;
    if (!has_link(call)) topics = {"invoice:" + invoice.id.text()};
    return guard::render(call, guard::Page{.title = invoice.number + " · " + workspace.name,
                                           .body = client_invoice(view_of(call, invoice)),
                                           .has_tab_bar = false,
                                           .topics = topics});
}

http::Response serve_client_paper(Call& call)
{
    return issued_paper_file(call, reached(call).id);
}

http::Response list_own_invoices(Call& call)
{
    const auto& context = call.context();
    OwnInvoicesView view{.slug = context.workspace().slug,
                         .currency = sale_documents::books_of(context.workspace()).currency,
                         .today = context.today()};
    context.read([&](WorkspaceTransaction& tx) {
        if (!may_see_invoices(tx)) throw base::NotFound{};
        view.rows = InvoiceListStore{tx}.issued_to(tx.actor().client);
    });
    return guard::render(call, guard::Page{.title = t("invoices.client.list"),
                                           .body = own_invoices(view),
                                           .topics = {"invoices"}});
}

} // namespace invoices
